import { describe, expect, it } from 'vitest';
import { samePerson, samePhone, shareStem } from '../../../src/parties/laboratories/kinship.ts';

describe('a telephone number', () => {
  it.each([
    '0771-5551234-8',
    '0771-5551234 转 8',
    '0771 5551234 ext. 12',
    '771 5551234',
    '5551234',
    '+86-771-5551234',
    '0086 0771 5551234',
    '07715551234',
    '０７７１－５５５１２３４',
    '077155512348',
  ])('%s is that of 0771-5551234', (other) => {
    expect([samePhone('0771-5551234', other), samePhone(other, '0771-5551234')]).toEqual([true, true]);
  });

  it('is the same with another extension of a switchboard', () => {
    expect(samePhone('0771-5551234-8', '0771-5551234-9')).toBe(true);
  });

  it.each([
    ['13900001111', '13900001112'],
    ['139-0000-1111', '139 0000 1112'],
    ['+86 139 0000 1111', '0771-5551234'],
    ['0771-5551234', '0772-5551234'],
    ['', ''],
    ['无', '无'],
    ['1', '0771-5551234'],
  ])('%s is not that of %s', (one, other) => {
    expect(samePhone(one, other)).toBe(false);
  });
});

describe('a person', () => {
  it.each([
    ['王小明', '王 小明'],
    ['Wang Xiaoming', 'WANG XIAOMING'],
    ['欧阳（娜）', '欧阳娜'],
  ])('%s is %s', (one, other) => {
    expect(samePerson(one, other)).toBe(true);
  });

  it.each([
    ['王小明', '王小红'],
    ['李经理', '李经理'],
    ['张先生', '张先生'],
    ['演示联系人', '演示联系人'],
    ['王', '王'],
  ])('%s may be another one than %s', (one, other) => {
    expect(samePerson(one, other)).toBe(false);
  });
});

describe('a name', () => {
  it.each([
    ['演示冶炼甲', '演示冶炼甲检测中心'],
    ['演示冶炼甲', '演示 冶炼甲（检测）中心'],
    ['广西演示冶炼有限公司', '广西演示冶炼检测有限公司'],
    ['演示再生铅厂', '演示再生铅检测所'],
    ['演示再生铅检测所', '演示再生铅厂'],
  ])('%s shares its stem with %s', (one, other) => {
    expect(shareStem(one, other)).toBe(true);
  });

  it.each([
    ['演示冶炼甲', '演示省检测中心'],
    ['演示厂', '演示检测中心'],
    ['广西甲冶炼有限公司', '广西乙检测有限公司'],
  ])('%s shares none with %s', (one, other) => {
    expect(shareStem(one, other)).toBe(false);
  });
});
