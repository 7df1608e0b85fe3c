import { dayOf } from '#domain/calendar/day';
import {
  type ByIdNumber,
  type Candidate,
  type HeldPost,
  type Identity,
  type KnownCadre,
  type NamedSubject,
  resolveIdentity,
} from '#domain/identity/resolve-identity';

const TOWN = { unitCode: 'U-001', unitName: '云岭镇' };
const BUREAU = { unitCode: 'U-003', unitName: '县财政局' };

const held = (title: string, unit: typeof TOWN, from: string, left?: string): HeldPost => ({
  title,
  ...unit,
  from: dayOf(from),
  left: left === undefined ? null : dayOf(left),
});

const cadre = (id: string, ...posts: HeldPost[]): KnownCadre => ({ id, name: '陈示例', posts, managedHigher: false });
const managedHigher = (id: string, ...posts: HeldPost[]): KnownCadre => ({ ...cadre(id, ...posts), managedHigher: true });

const MAYOR = { name: '陈示例', unitCode: 'U-001', post: '镇长' };

/** Given these people of that name, when a message names somebody, then this cadre or these candidates. */
function given(...namesakes: KnownCadre[]): {
  when(
    named: NamedSubject,
    byIdNumber?: ByIdNumber,
  ): {
    expectCadre(id: string, by: 'id-number' | 'name-unit-post'): void;
    expectManagedHigher(): void;
    expectCandidates(...candidates: (readonly [id: string, reasons: string])[]): void;
  };
} {
  return {
    when(named, byIdNumber = 'not-given') {
      const identity = resolveIdentity(named, byIdNumber, namesakes);
      return {
        expectCadre: (cadreId, by) => expect(identity).toEqual({ kind: 'cadre', cadreId, by }),
        expectManagedHigher: () => expect(identity).toEqual({ kind: 'managed-higher' }),
        expectCandidates: (...candidates) => expect(candidatesOf(identity).map(read)).toEqual(candidates),
      };
    },
  };
}

const candidatesOf = (identity: Identity): readonly Candidate[] => (identity.kind === 'unsure' ? identity.candidates : []);
const read = ({ cadreId, reasons }: Candidate): readonly [string, string] => [cadreId, reasons.join(' ')];

describe('who a message is about', () => {
  it('is the cadre with the ID number, whatever unit and post are said', () => {
    given(cadre('a', held('镇长', TOWN, '2020-01-01')))
      .when(MAYOR, cadre('b'))
      .expectCadre('b', 'id-number');
    given().when({}, cadre('b')).expectCadre('b', 'id-number');
  });

  it('is asked of a person when number and name are of two people', () => {
    given(cadre('a', held('镇长', TOWN, '2020-01-01')))
      .when(MAYOR, { ...cadre('b'), name: '李样本' })
      .expectCandidates(['b', 'same-id-number']);
  });

  it('is the one holder of the post in that unit with that name when no ID number is given', () => {
    given(cadre('a', held('镇长', TOWN, '2020-01-01')))
      .when(MAYOR)
      .expectCadre('a', 'name-unit-post');
  });

  it('is asked of a person when the ID number is of nobody known, though name, unit and post fit one cadre', () => {
    given(cadre('a', held('镇长', TOWN, '2020-01-01')))
      .when(MAYOR, 'not-known')
      .expectCandidates(['a', 'same-name same-unit same-post']);
  });

  it('is nobody of this level when a higher level manages the one who is found', () => {
    given().when(MAYOR, managedHigher('a')).expectManagedHigher();
    given(managedHigher('a', held('镇长', TOWN, '2020-01-01')))
      .when(MAYOR)
      .expectManagedHigher();
  });

  it('is a former holder while no day is known', () => {
    given(cadre('a', held('镇长', TOWN, '2020-01-01', '2022-01-01')))
      .when(MAYOR)
      .expectCadre('a', 'name-unit-post');
  });

  it('is the holder on the day of the event, of two who held the post one after the other', () => {
    const both = [cadre('a', held('镇长', TOWN, '2020-01-01', '2022-01-01')), cadre('b', held('镇长', TOWN, '2022-01-01'))];
    given(...both)
      .when({ ...MAYOR, day: dayOf('2021-12-31') })
      .expectCadre('a', 'name-unit-post');
    given(...both)
      .when({ ...MAYOR, day: dayOf('2022-01-01') })
      .expectCadre('b', 'name-unit-post');
  });

  it('is asked of a person when two held the post and no day is known', () => {
    given(cadre('b', held('镇长', TOWN, '2022-01-01')), cadre('a', held('镇长', TOWN, '2020-01-01', '2022-01-01')))
      .when(MAYOR)
      .expectCandidates(['a', 'same-name same-unit same-post'], ['b', 'same-name same-unit same-post']);
  });

  it('is asked of a person when the one who held the post did not on that day', () => {
    given(cadre('a', held('镇长', TOWN, '2022-01-01')))
      .when({ ...MAYOR, day: dayOf('2021-05-01') })
      .expectCandidates(['a', 'same-name same-unit same-post']);
  });

  it('is never decided by a name alone, however rare', () => {
    given(cadre('a', held('镇长', TOWN, '2020-01-01')))
      .when({ name: '陈示例' })
      .expectCandidates(['a', 'same-name']);
    given(cadre('a', held('镇长', TOWN, '2020-01-01')))
      .when({ name: '陈示例', unitCode: 'U-001' })
      .expectCandidates(['a', 'same-name same-unit']);
    given(cadre('a', held('镇长', TOWN, '2020-01-01')))
      .when({ name: '陈示例', post: '镇长' })
      .expectCandidates(['a', 'same-name same-post']);
  });

  it('is asked with nobody to choose from when the name is of nobody known', () => {
    given().when(MAYOR).expectCandidates();
  });
});

describe('the candidates', () => {
  it('come by unit, then post, then the day', () => {
    given(
      cadre('name', held('局长', BUREAU, '2023-01-01')),
      cadre('post', held('镇长', BUREAU, '2020-01-01')),
      cadre('unit', held('书记', TOWN, '2023-01-01')),
      cadre('unit-on-day', held('书记', TOWN, '2020-01-01')),
      cadre('nothing'),
    )
      .when({ ...MAYOR, day: dayOf('2021-01-01') })
      .expectCandidates(
        ['unit-on-day', 'same-name same-unit held-on-day'],
        ['unit', 'same-name same-unit'],
        ['post', 'same-name same-post held-on-day'],
        ['name', 'same-name'],
        ['nothing', 'same-name'],
      );
  });

  it('show the post that speaks most for them, else the last one', () => {
    const twice = cadre('a', held('书记', TOWN, '2018-01-01', '2020-01-01'), held('局长', BUREAU, '2020-01-01'));
    const shown = (named: NamedSubject): unknown => candidatesOf(resolveIdentity(named, 'not-given', [twice])).map(({ post }) => post);
    expect(shown(MAYOR)).toEqual(['书记']);
    expect(shown({ name: '陈示例' })).toEqual(['局长']);
  });
});
