import { describe, expect, it } from 'vitest';
import { refuseLeavingWaste, refuseSuppliedWaste } from '../../../src/recycling/inventory/waste.ts';

const rules = { wasteByManifest: (day: string) => day >= '2027-01-01' };

describe('hazardous waste on the record of one enterprise alone', () => {
  const leave = (material: string, day: string) => () => refuseLeavingWaste({ id: 'b', material }, day, rules);
  const supply = (wasteCode: string | null, day: string) => () =>
    refuseSuppliedWaste({ code: 'battery_production_scrap', leadBearing: true, wasteCode }, day, rules);

  it('leaves and comes until the day of law, by the day of the act', () => {
    expect(leave('321-029-48', '2026-12-31')).not.toThrow();
    expect(supply('384-004-31', '2026-12-31')).not.toThrow();
  });

  it('is refused from that day on', () => {
    expect(leave('321-029-48', '2027-01-01')).toThrow('disposition-needs-manifest');
    expect(supply('384-004-31', '2027-01-01')).toThrow('supply-needs-manifest');
  });

  it('is not what has no waste code', () => {
    expect(leave('plastics_light', '2027-01-01')).not.toThrow();
    expect(supply(null, '2027-01-01')).not.toThrow();
  });
});
