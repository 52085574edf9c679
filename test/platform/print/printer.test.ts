import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import type { Block, PrintedDocument } from '../../../src/core/documents/document.ts';
import { codePointsOf, toPrintable } from '../../../src/platform/print/characters.ts';
import { openPrinter } from '../../../src/platform/print/index.ts';
import { bare, pagesOf } from './pdf.ts';

const printer = openPrinter();
afterAll(() => printer.close());

const noted = (...texts: string[]): Block => ({
  kind: 'notes',
  title: '事项',
  notes: texts.map((text) => ({ label: '说明', text, tone: 'plain' })),
});

const documentOf = (...blocks: Block[]): PrintedDocument => ({
  ...{ title: '演示报告', subtitle: '演示单位', language: 'zh', foot: '页脚', blocks },
  createdAt: new Date('2026-11-02T04:00:00.000Z'),
});

const tableOf = (count: number): Block => ({
  kind: 'table',
  title: '明细',
  columns: [
    { label: '项目', align: 'left', width: 2 },
    { label: '质量', align: 'right', width: 1 },
  ],
  rows: Array.from({ length: count }, (_, at) => [`明细 ${at}`, String(at)]),
  ...{ sums: [], note: '' },
});

/** Text that would be code in a template, and that breaks quotes, formulas and markup of other languages. */
const HOSTILE = [
  '#panic("code") #read("/etc/passwd") #sys.inputs #import "@preview/x:1.0.0"',
  '$a^2$ *bold* _soft_ `raw` = heading @label <label> // note /* note */',
  '"quotes" \\ \'single\' {braces} [brackets] \\u{41} ~ -- --- ...',
  '</x:xmpmeta> & <script>alert(1)</script> %00 \\0 (a) \\)',
];

describe('a printed document', () => {
  it('has every text as it is, also one that looks like code', async () => {
    const text = (await pagesOf(await printer.print(documentOf(noted(...HOSTILE), tableOf(3))))).join('');
    // Typographic quotes and dashes are those of the text, because nothing is markup.
    for (const hostile of HOSTILE) expect(text).toContain(bare(hostile));
    for (const at of [0, 1, 2]) expect(text).toContain(`明细${at}${at}`);
  });

  it('has the same bytes again, also from another process', async () => {
    const one = await printer.print(documentOf(tableOf(40)));
    const other = openPrinter();
    try {
      expect((await printer.print(documentOf(tableOf(40)))).equals(one)).toBe(true);
      expect((await other.print(documentOf(tableOf(40)))).equals(one)).toBe(true);
    } finally {
      await other.close();
    }
  });

  it('is an archival file in its language, with the fonts of this service alone', async () => {
    const pdf = (await printer.print(documentOf(tableOf(1)))).toString('latin1');
    expect(pdf).toContain('<pdfaid:part>3</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>');
    expect(pdf).toContain('/Lang (zh-CN)');
    expect(new Set([...pdf.matchAll(/\/FontName \/\w{6}\+([\w-]+)/g)].map(([, name]) => name))).toEqual(
      new Set(['LeadloopSansSC-Regular', 'LeadloopSansSC-Bold']),
    );
  });

  it('shows rare characters, and the code points of those that the font lacks', async () => {
    const text = (await pagesOf(await printer.print(documentOf(noted('镕喆堃㛃𬭎 𠮷🙂\u202e末'))))).join('');
    expect(text).toContain('镕喆堃㛃𬭎〔U+20BB7〕〔U+1F642〕〔U+202E〕末');
    expect(text).toContain('以下字符字体未收录，文中以码位代替：U+20BB7U+1F642U+202E');
  });

  it('prints 1 000 rows on pages that repeat the header', async () => {
    const pages = await pagesOf(await printer.print(documentOf(tableOf(1_000))));
    expect(pages.length).toBeGreaterThan(20);
    expect(pages.filter((page) => page.includes('项目质量')).length).toBe(pages.length);
    expect(pages.at(-1)).toContain(`第${pages.length}页，共${pages.length}页`);
    expect(pages.join('')).toContain('明细999999');
  });
});

describe('the characters of the font', () => {
  it('are those of GB 2312 and more', async () => {
    const known = codePointsOf(
      await readFile(new URL('../../../src/platform/print/fonts/Regular.ttf', import.meta.url)),
    );
    const missing: string[] = [];
    for (let high = 0xb0; high <= 0xf7; high++) {
      for (let low = 0xa1; low <= 0xfe; low++) {
        const text = new TextDecoder('gb18030').decode(Uint8Array.of(high, low));
        if (!/\p{Script=Han}/u.test(text)) continue;
        if (!known.has(text.codePointAt(0) ?? 0)) missing.push(text);
      }
    }
    expect(missing).toEqual([]);
    expect(toPrintable({ a: ['\tA\n\u0000'] }, known)).toEqual({
      value: { a: [' A 〔U+0000〕'] },
      missing: ['U+0000'],
    });
  });
});

describe('limits', () => {
  /** Printers with a limit each; they are closed after the test. */
  async function withPrinter(
    limits: Parameters<typeof openPrinter>[0],
    test: (one: ReturnType<typeof openPrinter>) => Promise<void>,
  ) {
    const one = openPrinter(limits);
    try {
      await test(one);
    } finally {
      await one.close();
    }
  }

  it('end a document that takes too long, and the next one is printed', () =>
    withPrinter({ timeMs: 2_000 }, async (one) => {
      await expect(one.print(documentOf(tableOf(30_000)))).rejects.toMatchObject({ reason: 'time' });
      expect((await one.print(documentOf(tableOf(1)))).subarray(0, 5).toString()).toBe('%PDF-');
    }));

  it('end a document that needs too much memory', () =>
    withPrinter({ memoryMb: 40 }, (one) =>
      expect(one.print(documentOf(tableOf(3_000)))).rejects.toMatchObject({ reason: 'memory' }),
    ));

  it('refuse data that are too large, and more documents than may wait', () =>
    withPrinter({ waiting: 2, dataMax: 2_000 }, async (one) => {
      await expect(one.print(documentOf(tableOf(1_000)))).rejects.toMatchObject({ reason: 'large' });
      const all = await Promise.allSettled([1, 2, 3, 4].map(() => one.print(documentOf(tableOf(1)))));
      expect(all.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'rejected']);
      expect(all.at(-1)).toMatchObject({ reason: { reason: 'busy' } });
    }));

  it('renew the process after some documents, and after it was ended from outside', () =>
    withPrinter({ documents: 2 }, async (one) => {
      const seen = new Set<string>();
      for (let at = 0; at < 4; at++) {
        await one.print(documentOf(tableOf(1)));
        for (const pid of await pressPids()) seen.add(pid);
      }
      expect(seen.size).toBeGreaterThan(1);
      const slow = one.print(documentOf(tableOf(3_000)));
      const ended = expect(slow).rejects.toMatchObject({ reason: 'ended' });
      await expect.poll(pressPids).not.toEqual([]);
      for (const pid of await pressPids()) process.kill(Number(pid), 'SIGKILL');
      await ended;
      expect((await one.print(documentOf(tableOf(1)))).length).toBeGreaterThan(1_000);
    }));
});

/** Returns the printing processes that this one has started, without that of the printer at the top. */
async function pressPids(): Promise<string[]> {
  const { stdout } = await promisify(execFile)('ps', ['-o', 'pid=,ppid=,args=', '-e']);
  const rows = stdout.split('\n').filter((row) => row.includes('press.ts'));
  const ours = rows.map((row) => row.trim().split(/\s+/)).filter(([, parent]) => parent === String(process.pid));
  return ours.map(([pid = '']) => pid);
}
