/** Validation of requests, with faults in words of our own. */
export { ValidationFailure, validatorCompiler } from './compiler.ts';
export { type Expectation, expectationOf, expected, fault, givenExpectation } from './expectation.ts';
export { type Failed, type FieldFault, faultsOf, pointerTo } from './faults.ts';
export { containersOf, fieldAt, joinFields, type Naming } from './fields.ts';
export { type Schema, unwrap } from './schema-path.ts';
