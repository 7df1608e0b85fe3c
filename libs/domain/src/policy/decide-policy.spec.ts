import { specify } from '#testing/specify';
import { decidePolicy, shipPolicy } from '#domain/policy/decide-policy';
import { evolvePolicy, PolicyStreamBroken } from '#domain/policy/evolve-policy';
import { type Examine, NOT_DRAFTED, type PolicyCommand, type PolicyEvent, type PolicyLife, type Sent } from '#domain/policy/policy-life';

const ON = 9_800;
const sentAs = (text: string): Sent => ({ text, document: text, hash: `hash of ${text}` });
const finding = { pointer: '', code: 'x', zh: '有误', en: 'wrong' };
/** Whatever says so is wrong. */
const examine: Examine = (_, text) => ({ sent: sentAs(text), findings: text.includes('wrong') ? [finding] : [] });

const decide = (command: PolicyCommand, policy: PolicyLife): PolicyEvent[] => decidePolicy(command, policy, examine);
const given = specify({ decide, evolve: evolvePolicy, initial: NOT_DRAFTED });
const at = (by: string): { by: string; on: number } => ({ by, on: ON });

const drafted: PolicyEvent = { type: 'PolicyDrafted', kind: 'odds', sent: sentAs('a'), ...at('an') };
const wronglyDrafted: PolicyEvent = { ...drafted, sent: sentAs('wrong') };
const revised: PolicyEvent = { type: 'PolicyRevised', sent: sentAs('b'), ...at('bo') };
const checked: PolicyEvent = { type: 'PolicyChecked', ...at('an') };
const asked: PolicyEvent = { type: 'ApprovalAsked', ...at('cy') };
const given1: PolicyEvent = { type: 'ApprovalGiven', ...at('di') };
const approved: PolicyEvent = { type: 'PolicyApproved', ...at('ed') };
const refused: PolicyEvent = { type: 'ApprovalRefused', ...at('di'), reason: '函询门槛未说明理由' };
const live: PolicyEvent = { type: 'PolicyWentLive', ...at('op') };
const retired: PolicyEvent = { type: 'PolicyRetired', ...at('op') };
const backtested = ['hash of a', 'hash of b', 'hash of wrong'];
const approve = (by: string, text = 'a') => ({ type: 'ApprovePolicy', hash: `hash of ${text}`, backtested, ...at(by) }) as const;

describe('a draft', () => {
  it('is kept as it was sent, whatever is wrong with it', () => {
    given()
      .when({ type: 'DraftPolicy', kind: 'odds', text: 'wrong', ...at('an') })
      .expectEvents(wronglyDrafted);
  });

  it('is drafted once, and nothing is decided about what was never drafted', () => {
    given(drafted)
      .when({ type: 'DraftPolicy', kind: 'odds', text: 'a', ...at('an') })
      .expectBroken('policy-drafted-already');
    given()
      .when({ type: 'CheckPolicy', ...at('an') })
      .expectBroken('policy-not-drafted');
  });

  it('is revised by who saw its last text, and remembers all who wrote it', () => {
    const revise = { type: 'RevisePolicy', text: 'b', revision: 1, ...at('bo') } as const;
    given(drafted).when(revise).expectEvents(revised);
    given(drafted)
      .when(revise)
      .expectState({ status: 'draft', revision: 2, authors: ['an', 'bo'] });
    given(drafted, revised)
      .when({ ...revise, text: 'c' })
      .expectBroken('policy-revised-meanwhile');
    given(drafted)
      .when({ ...revise, text: 'a' })
      .expectEvents();
  });

  it('becomes checked when nothing is wrong with it, and a draft again when it is revised', () => {
    const check = { type: 'CheckPolicy', ...at('an') } as const;
    given(drafted).when(check).expectEvents(checked);
    given(wronglyDrafted).when(check).expectEvents();
    given(drafted, checked).when(check).expectEvents();
    given(drafted, checked)
      .when({ type: 'RevisePolicy', text: 'b', revision: 1, ...at('an') })
      .expectState({ status: 'draft' });
  });
});

describe('an approval', () => {
  it('is asked for what was checked, and for nothing else', () => {
    const ask = { type: 'AskApproval', backtested, ...at('cy') } as const;
    given(drafted, checked).when(ask).expectEvents(asked);
    given(drafted).when(ask).expectBroken('policy-not-checked');
    given(wronglyDrafted, checked).when(ask).expectBroken('policy-not-total');
  });

  it('of an odds policy is asked for and given when a backtest of exactly its document has run to the end', () => {
    const ask = { type: 'AskApproval', ...at('cy') } as const;
    for (const tested of [[], ['hash of b']]) {
      given(drafted, checked)
        .when({ ...ask, backtested: tested })
        .expectBroken('policy-not-backtested');
      given(drafted, checked, asked)
        .when({ ...approve('di'), backtested: tested })
        .expectBroken('policy-not-backtested');
    }
    given(drafted, checked)
      .when({ ...ask, backtested: ['hash of b', 'hash of a'] })
      .expectEvents(asked);
  });

  it('of a points scheme takes no backtest: it moves no reading and proposes nobody', () => {
    const scheme: PolicyEvent = { ...drafted, kind: 'points' };
    given(scheme, checked)
      .when({ type: 'AskApproval', backtested: [], ...at('cy') })
      .expectEvents(asked);
    given(scheme, checked, asked)
      .when({ ...approve('di'), backtested: [] })
      .expectEvents(given1);
  });

  it('takes two people', () => {
    given(drafted, checked, asked).when(approve('di')).expectEvents(given1);
    given(drafted, checked, asked, given1).when(approve('ed')).expectEvents(approved);
    given(drafted, checked, asked, given1)
      .when(approve('ed'))
      .expectState({ status: 'approved', approvals: [at('di'), at('ed')] });
    given(drafted, checked, asked, given1).when(approve('di')).expectBroken('approver-approved-already');
  });

  it('is given by nobody who wrote a part of it or asked for it', () => {
    given(drafted, revised, checked, asked).when(approve('an', 'b')).expectBroken('approver-is-author');
    given(drafted, revised, checked, asked).when(approve('bo', 'b')).expectBroken('approver-is-author');
    given(drafted, checked, asked).when(approve('cy')).expectBroken('approver-asked');
  });

  it('is of the text that the approver has read, and of one that is still total', () => {
    given(drafted, checked, asked).when(approve('di', 'another')).expectBroken('policy-is-another');
    given(wronglyDrafted, checked, asked).when(approve('di', 'wrong')).expectBroken('policy-not-total');
  });

  it('may be refused with a reason; the draft is there again, and what was approved of it counts no more', () => {
    const refuse = { type: 'RefuseApproval', ...at('di'), reason: '函询门槛未说明理由' } as const;
    given(drafted, checked, asked, given1).when(refuse).expectEvents(refused);
    given(drafted, checked, asked, given1)
      .when(refuse)
      .expectState({ status: 'draft', refusal: { ...at('di'), reason: '函询门槛未说明理由' } });
    given(drafted, checked, asked, given1, refused, checked, asked)
      .when(approve('ed'))
      .expectEvents({ ...given1, by: 'ed' });
    given(drafted, checked).when(refuse).expectBroken('policy-not-awaiting-approval');
  });
});

describe('what was approved', () => {
  const history = [drafted, checked, asked, given1, approved];

  it('never changes', () => {
    given(...history)
      .when({ type: 'RevisePolicy', text: 'b', revision: 1, ...at('an') })
      .expectBroken('policy-not-a-draft');
    given(...history)
      .when(approve('fo'))
      .expectBroken('policy-not-awaiting-approval');
  });

  it('goes live, retires and may go live again; what was not approved never does', () => {
    const goLive = { type: 'GoLive', ...at('op') } as const;
    given(...history)
      .when(goLive)
      .expectEvents(live);
    given(...history, live)
      .when(goLive)
      .expectEvents();
    given(...history, live, retired)
      .when(goLive)
      .expectEvents(live);
    given(drafted, checked, asked, given1).when(goLive).expectBroken('policy-not-approved');
    given(...history, live)
      .when({ type: 'RetirePolicy', ...at('op') })
      .expectEvents(retired);
    given(...history)
      .when({ type: 'RetirePolicy', ...at('op') })
      .expectBroken('policy-not-live');
  });
});

describe('what a new installation starts with', () => {
  const shipped = { kind: 'odds', sent: sentAs('a'), on: ON } as const;

  it('is live at once, approved by nobody, and shipped again it changes nothing', () => {
    const events = shipPolicy(shipped, NOT_DRAFTED);
    const policy = events.reduce(evolvePolicy, NOT_DRAFTED as PolicyLife);
    expect(policy).toMatchObject({ status: 'live', authors: [], approvals: [] });
    expect(shipPolicy(shipped, policy)).toEqual([]);
  });
});

it('a stream whose events do not fit is found out', () => {
  const fold = (...events: PolicyEvent[]) => events.reduce(evolvePolicy, NOT_DRAFTED);
  expect(() => fold(checked)).toThrow(PolicyStreamBroken);
  expect(() => fold(drafted, given1)).toThrow(PolicyStreamBroken);
  expect(() => fold(drafted, live)).toThrow(PolicyStreamBroken);
});
