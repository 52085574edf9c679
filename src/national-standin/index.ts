/** Public interface of the stand-in of the national system, for `npm start`. */
export { keepProvinces } from './provinces.ts';
export { createNational } from './server.ts';
export { openStore } from './store.ts';
