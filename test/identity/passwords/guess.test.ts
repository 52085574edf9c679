import { describe, expect, it } from 'vitest';
import { guessReason } from '../../../src/identity/passwords/guess.ts';
import { loadCommonPasswords } from '../../../src/identity/passwords/list-adapter.ts';

const isCommon = await loadCommonPasswords();
const reason = (password: string) => guessReason(password, { names: ['wang.fang', '演示再生铅有限公司'], isCommon });

describe('a password that strangers try first', () => {
  it.each([
    ...['password12', 'Password2026!', 'P@ssw0rd2026', 'qwertyuiop', 'iloveyou!!!!', '2026Dragon2026'],
    ...['passwordpassword', 'sunshine-2026', '1qaz2wsx3edc', 'Pass word 2026', 'ｐａｓｓｗｏｒｄ１２'],
    ...['guangxi2026', 'nanning2026', 'Guangxi@2026', 'zhangsan123', 'huanbao123456', 'hello123world', 'n4nning2026!'],
    ...['#Liuzhou#2026', 'beijing-dragon-1', '2026ouyangfei', 'zhang3san2026'],
  ])('"%s" is common', (password) => {
    expect(reason(password)).toBe('common');
  });

  it.each([
    '12345678901234',
    '0987654321abc',
    'qwert12345',
    'abcdefghijkl',
    'asdfg;lkjh',
    'aaaabbbbccccdd',
    'x1x1x1x1x1x1',
    '五五五五六六六六',
  ])('"%s" is a run', (password) => {
    expect(guessReason(password, { names: [], isCommon: () => false })).toBe('run');
  });

  it.each(['wang.fang likes tea', 'LEADLOOP is fine', '铅环系统好用得很哪', '我在演示再生铅上班', 'l3adl00p is fine'])(
    '"%s" contains a name',
    (password) => {
      expect(reason(password)).toBe('name');
    },
  );

  it.each([
    'four words in a row',
    '铅酸蓄电池回收利用管理平台',
    'x9$kQ2!mZp',
    'a good pass phrase 1',
    'horse7 staple red',
    'xk7 rivers and hills',
    'qianhuan huishou guanli 7',
    'zhq83-mtw51-bcd',
  ])('never includes "%s"', (password) => {
    expect(reason(password)).toBeUndefined();
  });
});

it('a name is compared without the rank of a place, and two letters are no name', () => {
  const names = ['张三', '南宁市', '广西壮族自治区', 'Li'];
  const reasonOf = (password: string) => guessReason(password, { names, isCommon: () => false });
  expect(['张三的密码很难猜啊呀', '我住在南宁很多年了吧', '广西是个好地方二零二六'].map(reasonOf)).toEqual(
    Array(3).fill('name'),
  );
  expect(reasonOf('liquid-mountain-9x')).toBeUndefined();
});

it('the list has tens of thousands of passwords', () => {
  expect(['123456', 'password', 'qwertyuiop', 'password123'].every(isCommon)).toBe(true);
  expect(isCommon('铅酸蓄电池回收利用管理平台')).toBe(false);
});
