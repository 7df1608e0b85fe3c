import { ask, decide, holdsOn, lift, type Override, waitsOn } from '#domain/override/override';

const said = (by: string, on: number) => ({ by, on, reason: '另有未入库的核查情况' });
const asked = ask({ level: 'priority', until: 130, asked: said('asker', 100) }, []);
const held = decide(asked, { by: 'second', on: 102, confirmed: true });
const code = (rule: string) => expect.objectContaining({ code: rule });

describe('an override of the level', () => {
  it('holds from the day of the second person up to its last day', () => {
    expect([101, 102, 130, 131].map((day) => holdsOn(held, day))).toEqual([false, true, true, false]);
    expect([asked, held].map((each) => waitsOn(each, 105))).toEqual([true, false]);
  });

  it('waits for the second person, and not beyond its last day', () => {
    expect([holdsOn(asked, 110), waitsOn(asked, 130), waitsOn(asked, 131)]).toEqual([false, true, false]);
    expect(() => decide(asked, { by: 'second', on: 131, confirmed: true })).toThrow(code('override-decided-already'));
  });

  it('is confirmed by somebody else than who asked, once', () => {
    expect(() => decide(asked, { by: 'asker', on: 102, confirmed: true })).toThrow(code('override-needs-another-person'));
    expect(() => decide(held, { by: 'third', on: 103, confirmed: true })).toThrow(code('override-decided-already'));
  });

  it('that is refused never holds, and another may be asked for', () => {
    const refused = decide(asked, { by: 'second', on: 102, confirmed: false, reason: '依据不足' });
    expect([102, 120].map((day) => holdsOn(refused, day))).toEqual([false, false]);
    expect(ask({ level: 'watch', until: 120, asked: said('asker', 103) }, [refused])).toMatchObject({ level: 'watch' });
  });

  it('ends on the day on which it is lifted', () => {
    const lifted: Override = lift(held, said('third', 110));
    expect([109, 110].map((day) => holdsOn(lifted, day))).toEqual([true, false]);
    expect(() => lift(lifted, said('third', 111))).toThrow(code('override-does-not-hold'));
    expect(() => lift(asked, said('third', 111))).toThrow(code('override-does-not-hold'));
  });

  it('needs a last day to come, and stands alone', () => {
    expect(() => ask({ level: 'watch', until: 100, asked: said('asker', 100) }, [])).toThrow(code('override-until-past'));
    expect(() => ask({ level: 'watch', until: 120, asked: said('asker', 101) }, [asked])).toThrow(code('override-waits-already'));
    expect(() => ask({ level: 'watch', until: 120, asked: said('asker', 103) }, [held])).toThrow(code('override-holds-already'));
    expect(ask({ level: 'watch', until: 150, asked: said('asker', 131) }, [held])).toMatchObject({ until: 150 });
  });
});
