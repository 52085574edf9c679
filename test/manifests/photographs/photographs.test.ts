import { describe, expect, it } from 'vitest';
import { refuseDraft, refuseTooMany, refuseUnsuitable } from '../../../src/manifests/photographs/photographs.ts';

const jpeg = { id: 'a', mediaType: 'image/jpeg' };

describe('photographs', () => {
  it('are of loads on their way, not of drafts', () => {
    expect(() => refuseDraft('offline_paper', 'm')).not.toThrow();
    expect(() => refuseDraft('draft', 'm')).toThrow(expect.objectContaining({ code: 'photographs-of-draft' }));
  });

  it('are pictures, each once', () => {
    expect(() => refuseUnsuitable([jpeg, { id: 'b', mediaType: 'image/png' }], new Set(['c']))).not.toThrow();
    expect(() => refuseUnsuitable([jpeg, { id: 'b', mediaType: 'application/pdf' }], new Set())).toThrow(
      expect.objectContaining({
        code: 'photograph-not-a-picture',
        facts: expect.objectContaining({ pointer: '#/body/fileIds/1' }),
      }),
    );
    expect(() => refuseUnsuitable([jpeg], new Set(['a']))).toThrow(
      expect.objectContaining({ code: 'photograph-exists' }),
    );
  });

  it('are as many as the law allows', () => {
    expect(() => refuseTooMany(3, 3)).not.toThrow();
    expect(() => refuseTooMany(4, 3)).toThrow(expect.objectContaining({ code: 'photographs-too-many' }));
  });
});
