import { describe, expect, it } from 'vitest';
import type { Known } from '../../../src/manifests/taking/known.ts';
import { draft, HALF, inState } from '../rules/documents.ts';
import {
  AT,
  accepting,
  codeOf,
  decide,
  home,
  ID,
  lacking,
  ledgersAt,
  licence,
  numbered,
  problemOf,
  qualified,
  requestFor,
  STOCK,
} from './decisions.ts';

describe('a submission', () => {
  const submit = (known: Partial<Known>) => decide({ document: draft, request: requestFor('submit', draft), known });

  it('carries the licence of the receiver and the transport mode', () => {
    expect(submit({}).manifest.document).toMatchObject({ receiverLicence: '证a', transportMode: 'hazardous' });
  });

  it('takes a licence in any mode that the site allows, and refuses by the first mode', () => {
    const first = submit({ onActDay: qualified({ receiver: [lacking('recycling'), [licence('b')]] }) });
    expect(first.manifest.document.receiverLicence).toBe('证b');
    const both = { onActDay: qualified({ receiver: [lacking('recycling'), lacking('collection')] }) };
    expect(problemOf(() => submit(both)).facts).toMatchObject({ mode: 'recycling' });
  });

  it('needs a transport licence for hazardous waste alone', () => {
    const onActDay = qualified({ carrier: lacking('transport') });
    expect(codeOf(() => submit({ onActDay }))).toBe('licence-missing');
    const lines = draft.lines.map((line) => ({ ...line, condition: 'whole', riskClass: 'I' }));
    const exempt = () => ({ wasteCodes: ['900-052-31'], conditions: ['whole'], riskClasses: ['I'] });
    const document = { ...draft, lines };
    const { manifest } = decide({
      document,
      request: requestFor('submit', document),
      known: { onActDay: qualified({ carrier: null }) },
      law: { unbrokenExemption: exempt },
    });
    expect(manifest.document.transportMode).toBe('exempt_unbroken');
  });

  it.each(['submit', 'register_paper', 'backfill'] as const)('dated before its batches is refused: %s', (step) => {
    const document = inState(step === 'backfill' ? 'offline_paper' : 'draft');
    expect(
      codeOf(() => decide({ document, request: requestFor(step, document), known: { ledgers: ledgersAt(101) } })),
    ).toBe('batch-instant-early');
  });

  it('on paper has a deadline from the end of the transfer, which must be known', () => {
    const document = inState('offline_paper');
    const { manifest } = decide({ document, request: requestFor('backfill', document) });
    expect(manifest).toMatchObject({ backfillDueOn: '2026-09-15', backfilledLate: false });
    const request = { step: 'backfill', input: { at: AT, transferCompletedAt: null } } as const;
    expect(codeOf(() => decide({ document, request }))).toBe('manifest-completion-missing');
  });
});

describe('a hand-over', () => {
  const document = numbered(inState('submitted'));
  const handOver = (known: Partial<Known> = {}) =>
    decide({ document, request: requestFor('hand_over', document), known });

  it('moves each line from stock into a batch in transit of its own', () => {
    const { manifest, opened, movements } = handOver();
    expect(opened.map(({ batch, fromBatchId }) => [batch.id, batch.kind, batch.siteId, fromBatchId])).toEqual([
      [ID(31), 'transit', null, ID(11)],
      [ID(32), 'transit', null, ID(12)],
    ]);
    expect(movements.map(({ kind, from, to, massGrams }) => [kind, from, to, massGrams])).toEqual([
      ['dispatch', { batchId: ID(11) }, { batchId: ID(31) }, 1_600_000],
      ['dispatch', { batchId: ID(12) }, { batchId: ID(32) }, 70_000],
    ]);
    expect(manifest.accounts.map(({ transitBatchId }) => transitBatchId)).toEqual([ID(31), ID(32)]);
  });

  it.each([
    ['batch-mass-exceeded', { massGrams: 1_599_999 }],
    ['batch-pieces-exceeded', { pieces: 99 }],
  ])('of more than there is is refused: %s', (code, change) => {
    const drawn = STOCK.map((batch, at) => (at === 0 ? { ...batch, ...change } : batch)) as typeof STOCK;
    expect(codeOf(() => handOver({ drawn }))).toBe(code);
  });

  it('before the batches hold its mass is refused', () => {
    expect(codeOf(() => handOver({ ledgers: ledgersAt(101) }))).toBe('batch-instant-early');
  });

  it('draws lines from one batch together', () => {
    const [batch] = STOCK;
    if (!batch) throw new Error('there is stock');
    const small = { ...batch, massGrams: 1_669_999 } as typeof batch;
    expect(codeOf(() => handOver({ drawn: [small, small] }))).toBe('batch-mass-exceeded');
  });

  it.each([
    ['manifest-number-needed', true],
    ['national-system-missing', false],
  ])('without a number is refused by what is missing: %s', (code, numbersIssued) => {
    const unnumbered = inState('submitted');
    const request = requestFor('hand_over', unnumbered);
    expect(codeOf(() => decide({ document: unnumbered, request, known: { numbersIssued } }))).toBe(code);
  });

  it('moves nothing in the books of the destination', () => {
    const foreign = { ...document, originProvince: '43' };
    expect(() => decide({ document: foreign, request: requestFor('hand_over', foreign) })).toThrow(
      'manifest-step-elsewhere',
    );
  });
});

describe('a departure', () => {
  const document = inState('handed_over');
  const depart = (vehicles: readonly object[]) =>
    decide({
      document,
      request: requestFor('depart', document),
      by: 'carrier',
      known: { vehicles: vehicles as never },
    });
  const vehicle = { plate: '桂A12345', permitValidFrom: '2026-01-01', permitValidTo: '2027-01-01' };

  it('warns of vehicles that are not registered', () => {
    expect(depart([]).warnings).toEqual([
      { code: 'vehicle-unregistered', step: 'depart', at: AT, facts: { plate: '桂A12345' } },
    ]);
    expect(depart([vehicle]).warnings).toEqual([]);
  });

  it('needs a permit of the day for one that is registered', () => {
    expect(codeOf(() => depart([{ ...vehicle, permitValidTo: '2026-09-01' }]))).toBe('vehicle-permit-expired');
  });
});

describe('an arrival', () => {
  it('starts the deadline of confirmation', () => {
    const document = home(inState('in_transit'));
    const request = requestFor('arrive', document);
    expect(decide({ document, request, by: 'receiver' }).manifest.confirmationDueOn).toBe('2026-09-08');
  });
});

describe('an acceptance', () => {
  const accept = (change: Partial<Parameters<typeof decide>[0]> = {}) => decide({ ...accepting, ...change });
  const withInput = (input: object) => ({
    request: { ...accepting.request, input: { ...accepting.request.input, ...input } } as typeof accepting.request,
  });

  it('opens a batch on the site of the receiver for each line', () => {
    const { opened, acceptedLicenceId } = accept();
    expect(acceptedLicenceId).toBe('a');
    expect(opened.map(({ batch }) => [batch.partyId, batch.siteId, batch.massGrams])).toEqual([
      ['receiver', 'works', 1_600_000],
      ['receiver', 'works', 70_000],
    ]);
  });

  it('across the border moves the load to elsewhere at the origin alone', () => {
    const document = inState('arrived');
    const there = decide({ document, request: accepting.request, by: 'receiver', known: { province: '44' } });
    expect(there.movements.map(({ from, to }) => [from, to])).toEqual([
      [{ boundary: 'elsewhere' }, { batchId: ID(31) }],
      [{ boundary: 'elsewhere' }, { batchId: ID(32) }],
    ]);
  });

  it('finds the site of the receiver when the manifest names none', () => {
    const site = { id: 'found', kind: 'recycler', name: '广州工厂', divisionCode: '440100' };
    const { manifest } = accept({ manifest: { receiverSiteId: null }, known: { receiverSites: [site] as never } });
    expect(manifest.receiverSiteId).toBe('found');
  });

  it.each([
    ['manifest-code-unknown', { lines: [{ ...HALF[0], treatmentMethod: 'R99' }] }, '#/body/lines/0/treatmentMethod'],
    ['manifest-code-unknown', { differenceKinds: ['smell'] }, '#/body/differenceKinds/0'],
    ['manifest-weighing-implausible', { lines: [{ ...HALF[0], acceptedGrams: 1_920_001 }] }, '#/body/lines/0'],
    ['manifest-lines-mismatch', { lines: [HALF[0]] }, '#/body/lines'],
  ])('is refused: %s %j', (code, input, pointer) => {
    expect(problemOf(() => accept(withInput(input)))).toMatchObject({ code, facts: { pointer } });
  });

  it('finds differences above the threshold of the day, and takes declared ones', () => {
    const significant = (input: object) => {
      const { significantDifference, differenceKinds } = accept(withInput(input)).manifest.document;
      return [significantDifference, ...differenceKinds];
    };
    expect(significant({})).toEqual([false]);
    expect(significant({ differenceKinds: ['nature'] })).toEqual([true, 'nature']);
    const { lines } = accepting.request.input as unknown as { lines: { line: number; acceptedGrams: number }[] };
    const less = lines.map((one) => (one.line === 1 ? { ...one, acceptedGrams: 1_579_999 } : one));
    expect(significant({ lines: less })).toEqual([true, 'quantity']);
  });

  it('is late after the due day', () => {
    const due = (confirmationDueOn: string | null) => accept({ manifest: { confirmationDueOn } }).manifest.late;
    expect([due('2026-08-31'), due('2026-09-01'), due(null)]).toEqual([true, false, null]);
  });

  it('counts against the licence with the most room, warns of its share, and ends at its limit', () => {
    const under = (annualLimitGrams: number, beforeGrams: number) =>
      accept({
        known: {
          onActDay: qualified({
            receiver: [[licence('small', { annualLimitGrams: 10 }), licence('large', { annualLimitGrams })]],
            acceptedGrams: new Map([['large', beforeGrams]]),
          }),
        },
      });
    const scale = { licence: '证large', year: 2026, limitGrams: 2_000_000 };
    expect(under(10_000_000, 0)).toMatchObject({ warnings: [], acceptedLicenceId: 'large' });
    expect(under(2_000_000, 0).warnings).toEqual([
      {
        code: 'licence-scale-reached',
        step: 'accept',
        at: AT,
        facts: { ...scale, shareBasisPoints: 8_000, acceptedGrams: 1_670_000 },
      },
    ]);
    expect(under(2_000_000, 730_000).warnings).toMatchObject([{ facts: { shareBasisPoints: 10_000 } }]);
    expect(codeOf(() => under(2_000_000, 730_001))).toBe('licence-scale-exceeded');
  });

  it('warns of the stock that it brings to its site', () => {
    const stored = (stockGrams: number) =>
      accept({ known: { arrivingAt: { siteId: 'works', stockGrams, limitGrams: 10_000_000, alertShares: [8_000] } } });
    expect(stored(6_329_999).warnings).toEqual([]);
    const facts = { siteId: 'works', stockGrams: 8_000_000, limitGrams: 10_000_000, shareBasisPoints: 8_000 };
    expect(stored(6_330_000).warnings).toEqual([{ code: 'storage-limit-reached', step: 'accept', at: AT, facts }]);
  });
});

describe('a load that is turned away', () => {
  it('unweighed is refused as it was sent', () => {
    const request = {
      ...requestFor('reject', draft),
      input: { at: AT, lines: null, differenceKinds: [], remarks: '破损' },
    };
    const { manifest, movements } = decide({ ...accepting, request: request as typeof accepting.request });
    expect(manifest.document.lines.map(({ refusedGrams }) => refusedGrams)).toEqual([1_600_000, 70_000]);
    expect([movements, manifest.acceptedLicenceId]).toEqual([[], null]);
  });

  it('comes back within what was refused, and is warned of at its site', () => {
    const document = home(inState('rejected'));
    const arrivingAt = { siteId: 'point', stockGrams: 0, limitGrams: 1_000_000, alertShares: [10_000] };
    const { opened, warnings } = decide({ document, request: requestFor('close', document), known: { arrivingAt } });
    expect(opened.map(({ batch }) => [batch.partyId, batch.siteId])).toEqual([
      ['consignor', 'point'],
      ['consignor', 'point'],
    ]);
    expect(warnings.map(({ code, step }) => [code, step])).toEqual([['storage-limit-reached', 'close']]);
    const lines = [{ line: 1, returnedGrams: 1_920_001, returnedPieces: 1 }];
    const request = { step: 'close', input: { at: AT, lines, remarks: null } } as const;
    expect(codeOf(() => decide({ document, request }))).toBe('manifest-weighing-implausible');
  });
});
