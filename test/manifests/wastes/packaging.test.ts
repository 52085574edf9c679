import { expect, it } from 'vitest';
import { codeNames } from '../../../src/core/messages/code-names.ts';
import { refuseUnfitPackaging } from '../../../src/manifests/wastes/packaging.ts';

const classes = [{ riskClass: 'II', packaging: ['tank', 'drum'] }];
const known = codeNames([{ code: 'tank' }, { code: 'drum' }, { code: 'pallet' }]);
const pack = (riskClass: string | null, packaging: string) => () =>
  refuseUnfitPackaging({ riskClass, packaging }, { classes, known, pointer: '#/body/lines/0/packaging' });

it.each([
  ['II', 'tank'],
  ['I', 'pallet'],
  [null, 'pallet'],
])('batteries of class %s may travel as %s', (riskClass, packaging) => {
  expect(pack(riskClass, packaging)).not.toThrow();
});

it('batteries of class II do not travel on a pallet, once the law limits their packaging', () => {
  expect(pack('II', 'pallet')).toThrow('manifest-packaging-unfit');
  expect(() =>
    refuseUnfitPackaging({ riskClass: 'II', packaging: 'pallet' }, { classes: [], known, pointer: '#' }),
  ).not.toThrow();
});
