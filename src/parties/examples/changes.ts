/** Examples of changes of registered data, for the description of the API. */
import { EXAMPLE_IDS } from '../../core/example-ids.ts';
import { LICENCE, PARTY, SITE, VEHICLE } from './register.ts';

const { client, collector, carrier, registerChange } = EXAMPLE_IDS;

const MADE = { id: registerChange, actor: client, recordedAt: '2026-10-12T02:00:00.000Z' };

export const CHANGE_PARTY = { reason: '营业执照已变更名称。', name: '演示电池收集有限公司' };
export const CHANGE_SITE = { reason: '登记时门牌号有误。', address: '南宁市演示路 2 号', storageLimitDays: 60 };
export const CHANGE_LICENCE = { reason: '许可证延续，有效期延长。', validTo: '2032-01-01' };
export const CHANGE_VEHICLE = { reason: '号牌颜色录入错误。', plateColor: 'green' as const };

const of = { collector: { partyId: collector, ...MADE }, carrier: { partyId: carrier, ...MADE } };

const party = {
  ...{ ...of.collector, version: 2, reason: CHANGE_PARTY.reason },
  ...{ before: { name: PARTY.name }, after: { name: CHANGE_PARTY.name } },
  ...{ affected: [], unlisted: [] },
};

export const CHANGES = {
  party,
  changedParty: { ...PARTY, name: CHANGE_PARTY.name, version: 2, change: party },
  changedSite: {
    ...{ ...SITE, address: CHANGE_SITE.address, storageLimitDays: CHANGE_SITE.storageLimitDays, version: 2 },
    change: {
      ...{ ...of.collector, version: 2, reason: CHANGE_SITE.reason, affected: [], unlisted: [] },
      before: { address: SITE.address, storageLimitDays: SITE.storageLimitDays },
      after: { address: CHANGE_SITE.address, storageLimitDays: CHANGE_SITE.storageLimitDays },
    },
  },
  changedLicence: {
    ...{ ...LICENCE, validTo: CHANGE_LICENCE.validTo, version: 3 },
    change: {
      ...{ ...of.collector, version: 3, reason: CHANGE_LICENCE.reason, affected: [], unlisted: [] },
      ...{ before: { validTo: LICENCE.validTo }, after: { validTo: CHANGE_LICENCE.validTo } },
    },
  },
  changedVehicle: {
    ...{ ...VEHICLE, plateColor: CHANGE_VEHICLE.plateColor, version: 2 },
    change: {
      ...{ ...of.carrier, version: 2, reason: CHANGE_VEHICLE.reason, affected: [], unlisted: [] },
      ...{ before: { plateColor: VEHICLE.plateColor }, after: { plateColor: CHANGE_VEHICLE.plateColor } },
    },
  },
};
