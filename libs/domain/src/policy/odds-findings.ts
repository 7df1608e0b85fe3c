import { mustBeNamed } from '#domain/points/carrying-codes';
import { at, type Problem } from '#domain/risk/json-shape';
import { quotient } from '#domain/risk/integers';
import { type Channel, type Grade, type Policy, scoreOf, type Status } from '#domain/risk/policy';
import { forbiddenFields } from '#domain/policy/forbidden-features';
import { policyProblems } from '#domain/risk/parse-policy';

/** What a policy can say of one type of signal, as the catalogue tells it. */
export interface KnownType {
  readonly code: string;
  readonly effect: 'scored' | 'not-scored' | 'mitigating' | 'status-setting';
  /** Of what is not scored: why. */
  readonly because?: string;
  readonly severities: readonly number[];
  /** Of a measure or sanction: which kinds of it there are. */
  readonly kinds?: readonly string[];
  /** Whether its sender can say on which day its effect ends. */
  readonly tellsEnd?: boolean;
}

/** What the installation knows and a policy has to speak of. */
export interface Known {
  readonly types: readonly KnownType[];
  readonly reporterKinds: readonly string[];
  readonly authorities: readonly string[];
}

/** Channels whose flood alone, however large, must stay below 函询 (design: risk-model 4). */
const FLOODED: readonly Channel[] = ['self', 'team', 'public', 'media'];
/** What counts nothing, whatever a policy says (design: risk-model 2). */
const WITHOUT_WEIGHT: readonly Status[] = ['refuted', 'withdrawn', 'malicious'];
const DOUBTED_TO_FOUND: readonly Status[] = ['unverified', 'plausible', 'verified'];
const WORST_TO_BEST: readonly Grade[] = ['E', 'D', 'C', 'B', 'A'];

/**
 * Everything that is wrong with an odds policy; nothing is wrong with a total one.
 * @param json a parsed JSON document with its half-life tables
 * @see design risk-model 1, 2, 4 and 9
 */
export function oddsFindings(json: unknown, known: Known): readonly Problem[] {
  const forbidden = forbiddenFields(json, new Set([...known.types.map(({ code }) => code), ...known.reporterKinds]));
  const told = new Set(forbidden.map(({ pointer }) => pointer));
  const problems = policyProblems(json).filter(({ pointer }) => !told.has(pointer));
  const broken = new Set([...forbidden, ...problems].map(({ pointer }) => pointer.split('/')[1] ?? ''));
  const sound = (...fields: readonly (keyof Policy)[]): boolean => !broken.has('') && fields.every((field) => !broken.has(field));
  const policy = json as Policy;
  return [
    ...forbidden,
    ...problems,
    ...(sound('weights', 'notScored') ? typeFindings(policy, known.types) : []),
    ...(sound('floors') ? floorFindings(policy, known.types) : []),
    ...(sound('gradesByReporter') ? reporterFindings(policy, known.reporterKinds) : []),
    ...(sound('authorities') ? authorityFindings(policy, known.authorities) : []),
    ...(sound('grades') ? gradeFindings(policy) : []),
    ...(sound('statuses') ? statusFindings(policy) : []),
    ...(sound('channels', 'publicMediaCap', 'levels') ? floodFindings(policy) : []),
  ];
}

/** Each type of the catalogue is weighted in each of its classes or explicitly not scored; nothing else is named. */
function typeFindings(policy: Policy, types: readonly KnownType[]): Problem[] {
  const byCode = new Map(types.map((type) => [type.code, type]));
  const strangers = (['weights', 'notScored'] as const).flatMap((field) =>
    Object.keys(policy[field])
      .filter((code) => !byCode.has(code))
      .map((code) => ({ pointer: at(at('', field), code), code: 'code-not-in-catalogue', names: [code] })),
  );
  return [...strangers, ...types.flatMap((type) => weightFindings(policy, type))];
}

function weightFindings(policy: Policy, { code, effect, because = effect, severities }: KnownType): Problem[] {
  const pointer = at('/weights', code);
  const isWeighted = Object.hasOwn(policy.weights, code);
  if (!isWeighted && !Object.hasOwn(policy.notScored, code)) return [{ pointer, code: 'code-missing', names: [code] }];
  if (!isWeighted) return [];
  if (effect !== 'scored') return [{ pointer, code: 'not-scored-by-rule', names: [code, because] }];
  return severities
    .filter((severity) => scoreOf(policy, code, severity) === undefined)
    .map((severity) => ({ pointer: at(pointer, severity), code: 'class-missing', names: [code, severity] }));
}

/** Only what was decided has an effect that is in force: a measure or a sanction, never a report to anybody. */
function floorFindings({ floors = {} }: Policy, types: readonly KnownType[]): Problem[] {
  return Object.entries(floors).flatMap(([code, { months }]) => {
    const pointer = at('/floors', code);
    if (!mustBeNamed(code)) return [{ pointer, code: 'floor-of-no-measure' }];
    const { kinds = [], tellsEnd = false } = types.find((type) => type.code === code) ?? {};
    if (!tellsEnd && Object.keys(months).length === 0) return [{ pointer, code: 'floor-without-end' }];
    return Object.keys(months)
      .filter((kind) => !kinds.includes(kind))
      .map((kind) => ({ pointer: at(at(pointer, 'months'), kind), code: 'kind-not-known', names: kinds }));
  });
}

function reporterFindings({ gradesByReporter }: Policy, kinds: readonly string[]): Problem[] {
  return [
    ...kinds
      .filter((kind) => !Object.hasOwn(gradesByReporter, kind))
      .map((kind) => ({ pointer: at('/gradesByReporter', kind), code: 'reporter-kind-missing' })),
    ...Object.keys(gradesByReporter)
      .filter((kind) => !kinds.includes(kind))
      .map((kind) => ({ pointer: at('/gradesByReporter', kind), code: 'reporter-kind-not-known' })),
  ];
}

function authorityFindings({ authorities }: Policy, known: readonly string[]): Problem[] {
  return [
    ...known
      .filter((name) => !authorities.includes(name))
      .map((name) => ({ pointer: '/authorities', code: 'authority-missing', names: [name] })),
    ...authorities.flatMap((name, place) =>
      known.includes(name) ? [] : [{ pointer: at('/authorities', place), code: 'authority-not-known', names: [name] }],
    ),
  ];
}

function gradeFindings({ grades }: Policy): Problem[] {
  return [...(grades.E === 0 ? [] : [{ pointer: '/grades/E', code: 'must-be-zero' }]), ...fallsIn('/grades', WORST_TO_BEST, grades)];
}

function statusFindings({ statuses }: Policy): Problem[] {
  const weighing = WITHOUT_WEIGHT.filter((status) => statuses[status] !== 0);
  return [
    ...weighing.map((status) => ({ pointer: at('/statuses', status), code: 'must-be-zero' })),
    ...fallsIn('/statuses', DOUBTED_TO_FOUND, statuses),
  ];
}

/** Where a later one of these counts less than the one before it. */
function fallsIn<Name extends string>(pointer: string, names: readonly Name[], percents: Readonly<Record<Name, number>>): Problem[] {
  return names.flatMap((name, place) => {
    const before = names[place - 1];
    if (before === undefined || percents[name] >= percents[before]) return [];
    return [{ pointer: at(pointer, name), code: 'counts-less-than-the-weaker', names: [before] }];
  });
}

/** The ceiling of a channel is 2K (design: risk-model 4). */
function floodFindings({ channels, publicMediaCap, levels }: Policy): Problem[] {
  const inquiry = levels.find(({ name }) => name === 'inquiry')?.enter ?? 0;
  const reaches = (odds: number): boolean => quotient(100_000 * odds, 1_000_000 + odds) >= inquiry;
  const alone = FLOODED.filter((channel) => reaches(2 * channels[channel].channel));
  const together = Math.min(publicMediaCap, 2 * (channels.public.channel + channels.media.channel));
  return [
    ...alone.map((channel) => ({ pointer: `/channels/${channel}/channel`, code: 'flood-reaches-inquiry' })),
    ...(reaches(together) ? [{ pointer: '/publicMediaCap', code: 'flood-reaches-inquiry' }] : []),
  ];
}
