import { recommendDisposition } from '#domain/inquiry/recommend-disposition';

describe('the recommended disposition', () => {
  it('is to close what an organ has concluded on, unless something new came', () => {
    expect(recommendDisposition({ severity: 5, priorConclusion: true, keyElementsPresent: true })).toEqual({
      disposition: 'closed',
      reasons: ['prior-conclusion', 'nothing-new'],
    });
    expect(recommendDisposition({ severity: 2, priorConclusion: true, newFacts: true }).disposition).toBe('talk-or-inquiry');
  });

  it('is 初步核实 for key elements in a grave matter or at a risk of collusion', () => {
    expect(recommendDisposition({ severity: 4, keyElementsPresent: true })).toEqual({
      disposition: 'preliminary-verification',
      reasons: ['key-elements-present', 'grave-class'],
    });
    expect(recommendDisposition({ severity: 1, keyElementsPresent: true, collusionRisk: true })).toEqual({
      disposition: 'preliminary-verification',
      reasons: ['key-elements-present', 'collusion-risk'],
    });
  });

  it('is 暂存待查 for a grave matter without an entry point; unknown counts as absent', () => {
    expect(recommendDisposition({ severity: 4 })).toEqual({ disposition: 'suspended', reasons: ['grave-class', 'key-elements-missing'] });
    expect(recommendDisposition({ severity: 5, collusionRisk: true }).disposition).toBe('suspended');
  });

  it('is 谈话函询 for everything else', () => {
    expect(recommendDisposition({ severity: 3, keyElementsPresent: true })).toEqual({
      disposition: 'talk-or-inquiry',
      reasons: ['below-grave-class', 'key-elements-present'],
    });
    expect(recommendDisposition({ severity: 0 }).reasons).toEqual(['below-grave-class', 'key-elements-missing']);
  });
});
