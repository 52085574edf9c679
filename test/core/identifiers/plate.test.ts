import { expect, it } from 'vitest';
import { checkPlate, plateKind } from '../../../src/core/identifiers/plate.ts';

it.each([
  ['桂A12345', 'ordinary'],
  ['粤B9Z8K7', 'ordinary'],
  ['桂A1234学', 'ordinary'],
  ['桂D1234挂', 'trailer'],
  ['粤AD12345', 'newEnergySmall'],
  ['桂BFA1234', 'newEnergySmall'],
  ['桂A12345D', 'newEnergyLarge'],
] as const)('%s is a plate of kind %s', (plate, kind) => {
  expect(plateKind(plate)).toBe(kind);
  expect(checkPlate(plate)).toEqual([]);
});

it.each([
  '',
  '桂A1234',
  '桂A123456',
  '桂I12345',
  '桂A1234O',
  'GA12345',
  '桂a12345',
  '桂A·12345',
  '桂A12345Z',
  '粤AL12345',
  'WJ桂1234X',
])('warns of "%s"', (plate) => expect(checkPlate(plate)).toEqual([{ code: 'plate-form', severity: 'warning' }]));
