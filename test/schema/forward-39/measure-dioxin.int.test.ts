/** The migrations 0050 and 0052: dioxin measurements, their limit, the emission factors and the reference exhaust. */
import { expect, it } from 'vitest';
import {
  AirLimitShape,
  EmissionFactorsShape,
  ReferenceExhaustShape,
} from '../../../src/recovery/dioxin/law-schemas.ts';
import { useDatabase } from '../../setup/database.ts';

const db = useDatabase();

it('0050_measure_dioxin and 0052_refer_exhaust date limit, factors and reference exhaust, and keep measurements as they were recorded', async () => {
  const { rows } = await db.db.$client.query(
    "select key, value from law_values where key like 'dioxin.%' and key <> 'dioxin.evidence' and valid_to is null order by key",
  );
  expect(rows.map(({ key }) => key)).toEqual([
    'dioxin.air-limit',
    'dioxin.emission-factors',
    'dioxin.reference-exhaust',
  ]);
  expect(ReferenceExhaustShape.parse(rows[2].value)).toEqual({ cubicMetresPerTonne: 10_000 });
  expect(AirLimitShape.parse(rows[0].value)).toEqual({ femtogramsPerCubicMetre: 500_000 });
  expect(EmissionFactorsShape.parse(rows[1].value).map(({ nanogramsPerTonne }) => nanogramsPerTonne)).toEqual([
    80_000, 8_000, 50, 400,
  ]);
  const { rows: triggers } = await db.db.$client.query(
    "select tgname from pg_trigger where tgrelid = 'dioxin_measurements'::regclass and not tgisinternal order by 1",
  );
  expect(triggers.map(({ tgname }) => tgname)).toEqual([
    'dioxin_measurements_append_only',
    'dioxin_measurements_no_truncate',
  ]);
});
