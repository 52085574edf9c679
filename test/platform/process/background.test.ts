import { expect, it } from 'vitest';
import { joinHandlers } from '../../../src/platform/process/background.ts';

const handler = async () => undefined;

it('the handlers of all features are joined', () => {
  expect(Object.keys(joinHandlers([{ deliver: handler }, {}, { forget: handler }]))).toEqual(['deliver', 'forget']);
});

it('a topic with two handlers is refused when the process starts', () => {
  expect(() => joinHandlers([{ deliver: handler }, { deliver: handler }])).toThrow(
    'two features handle the topic deliver',
  );
});
