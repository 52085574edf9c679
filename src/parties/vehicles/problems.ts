/** Notices about vehicles: unusual plates, which are registered nevertheless. */
import { defineNotices } from '../../core/messages/notice.ts';
import { PARTY_TERMS } from '../terms.ts';

export const vehicleNotice = defineNotices(
  {
    'plate-form': {
      severity: 'flag',
      en: {
        title: 'Unusual plate',
        detail:
          'Plate {plate} does not have the form of a civil plate. Check it, unless it belongs to a special vehicle.',
      },
      zh: {
        title: '车牌号格式异常',
        detail: '车牌号 {plate} 不符合民用机动车号牌格式；如非特种车辆号牌，请核对。',
      },
    },
    'plate-not-of-trailer': {
      severity: 'flag',
      en: {
        title: 'Not a trailer plate',
        detail: 'The vehicle is registered as a trailer, but plate {plate} is not a trailer plate.',
      },
      zh: {
        title: '车牌号与挂车不符',
        detail: '该车辆登记为挂车，但车牌号 {plate} 不是挂车号牌（末位为“挂”），请核对。',
      },
    },
    'plate-of-trailer': {
      severity: 'flag',
      en: {
        title: 'Trailer plate',
        detail: 'Plate {plate} is a trailer plate, but the vehicle is not registered as a trailer.',
      },
      zh: {
        title: '车牌号为挂车号牌',
        detail: '车牌号 {plate} 为挂车号牌，但该车辆未登记为挂车，请核对。',
      },
    },
    'permit-doubled': {
      severity: 'flag',
      en: {
        title: 'Permit registered twice',
        detail:
          'Permit {permitNumber} of vehicle {plate} was registered before in another spelling. Both entries mean one permit.',
      },
      zh: {
        title: '道路运输证重复登记',
        detail: '车辆 {plate} 的道路运输证 {permitNumber} 此前已以另一写法登记，两条记录为同一证件，请核对。',
      },
    },
    'plate-color': {
      severity: 'flag',
      en: {
        title: 'Unusual plate colour',
        detail:
          'Plate {plate} is registered as {color:plate-color}. Plates of this form have another colour (GA 36-2018).',
      },
      zh: {
        title: '号牌颜色异常',
        detail: '车牌号 {plate} 登记的号牌颜色为{color:plate-color}，与该类号牌的规定颜色（GA 36-2018）不符，请核对。',
      },
    },
  },
  PARTY_TERMS,
);
