import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { signalOfCode } from '#contracts/signals/catalogue';
import {
  type Condition,
  type Effect,
  type FieldCondition,
  isOfSignal,
  type Item,
  type Label,
  type OfMeasure,
  type OfSignal,
  type Scheme,
  type Threshold,
  type Window,
} from '#domain/points/scheme';

type Words = Readonly<Record<string, string>>;

/** What the page calls things: the walk follows the words that its reader sees. */
const words = JSON.parse(readFileSync(resolve(__dirname, '../../apps/web-console/src/texts/zh-CN/schemes.json'), 'utf8')) as Readonly<
  Record<string, string>
>;
const among = (table: string): Words => words[table] as unknown as Words;
const word = (name: string): string => words[name] ?? name;

const MILLI = 1_000;

interface Keyed {
  readonly key: string;
  readonly label: Label;
}

/** Writes a points scheme through the form, part by part, as docs/howto/write-a-points-scheme.md tells; nothing is pasted. */
export class SchemeWriter {
  constructor(
    private readonly page: Page,
    private readonly scheme: Scheme,
  ) {}

  async write(): Promise<void> {
    await this.basics();
    await this.each('windows', 'window', this.scheme.windows, async (at, window) => this.window(at, window));
    await this.each('marks', 'mark', this.scheme.marks, async (at, { colour }) => this.choose(at, 'colour', among('colours')[colour]));
    await this.procedure();
    await this.each('consequences', 'consequence', this.scheme.consequences, async (at, { whom, overlap, mostMonths }) => {
      await this.pick(at, among('whoms')[whom]);
      await this.pick(at, among('overlaps')[overlap]);
      await this.number(at, 'mostMonths', mostMonths);
    });
    await this.each('items', 'item', this.scheme.items, async (at, item) => this.item(at, item));
    await this.notCounted();
    await this.each('thresholds', 'threshold', this.scheme.thresholds, async (at, threshold) => this.threshold(at, threshold));
  }

  private part(title: string): Locator {
    return this.page.getByRole('region', { name: word(title), exact: true });
  }

  private member(at: Locator, what: string, place: number): Locator {
    return at.getByRole('group', { name: `${word(what)} ${place + 1}`, exact: true });
  }

  private async add(at: Locator, what: string, place: number): Promise<Locator> {
    await at.getByRole('button', { name: `添加${word(what)}`, exact: true }).click();
    return this.member(at, what, place);
  }

  private async each<One extends Keyed>(
    part: string,
    what: string,
    list: readonly One[],
    write: (at: Locator, one: One) => Promise<void>,
  ): Promise<void> {
    for (const [place, one] of list.entries()) {
      const at = await this.add(this.part(part), what, place);
      await this.label(at, ['label', 'labelEnglish'], one.label);
      await this.text(at, 'key', one.key);
      await write(at, one);
    }
  }

  private async basics(): Promise<void> {
    const { name, title, source, notes, objects, start } = this.scheme;
    const at = this.part('basics');
    await this.text(at, 'name', name);
    await this.text(at, 'source', source);
    await this.label(at, ['schemeTitle', 'schemeTitleEnglish'], title);
    await this.tick(
      at,
      'objects',
      objects.map((object) => among('objectWords')[object]),
    );
    await this.pick(at, among('directions')[start.direction]);
    await this.points(at, 'startValue', start.value);
    for (const [place, note] of notes.entries()) {
      await this.label(await this.add(at, 'note', place), ['noteText', 'noteEnglish'], note);
    }
  }

  private async window(at: Locator, window: Window): Promise<void> {
    await this.pick(at, among('windowKinds')[window.kind]);
    if (window.kind === 'calendar') await this.choose(at, 'period', among('periods')[window.period]);
    else await this.number(at, 'months', window.months);
    if (window.kind === 'cycle') await this.text(at, 'from', window.from);
    await this.points(at, 'windowMost', window.most);
  }

  private async procedure(): Promise<void> {
    const { steps, statementDays, confirmedBy, countsFrom } = this.scheme.procedure;
    const at = this.part('procedure');
    await this.tick(
      at,
      'steps',
      steps.map((step) => among('stepWords')[step]),
    );
    await this.number(at, 'statementDays', statementDays);
    await this.tick(
      at,
      'confirmedBy',
      confirmedBy.map((role) => among('confirmers')[role]),
    );
    await this.pick(at, among('countsFroms')[countsFrom]);
  }

  private async item(at: Locator, { of, points, mark, most, escalation, effects }: Item): Promise<void> {
    await (isOfSignal(of) ? this.signal(at, of) : this.measure(at, of));
    await this.points(at, 'itemPoints', points);
    await this.choose(at, 'itemMark', this.labelOf(this.scheme.marks, mark));
    await this.points(at, 'itemMost', most);
    await this.optional(at, ['escalation', 'stage'], escalation, async (stageAt, stage) => {
      await this.choose(stageAt, 'stageMark', this.labelOf(this.scheme.marks, stage.mark));
      await this.points(stageAt, 'stagePoints', stage.points);
    });
    const code = isOfSignal(of) ? of.code : undefined;
    await this.optional(at, ['itemEffects', 'effect'], effects, async (effectAt, effect) => this.effect(effectAt, effect, code));
  }

  private async measure(at: Locator, { measure, numbered }: OfMeasure): Promise<void> {
    await this.pick(at, among('sourceKinds')['measure']);
    await this.text(at, 'measure', measure);
    if (numbered === undefined) return;
    await this.checkbox(at, 'numbered');
    await this.label(at, ['numberedLabel', 'numberedEnglish'], numbered);
  }

  /** A list that may be left out: ticked, its first member is there. */
  private async optional<One>(
    at: Locator,
    [part, what]: readonly [string, string],
    list: readonly One[] | undefined,
    write: (at: Locator, one: One) => Promise<void>,
  ): Promise<void> {
    if (list === undefined) return;
    await this.checkbox(at, part);
    for (const [place, one] of list.entries()) {
      await write(place === 0 ? this.member(at, what, 0) : await this.add(at, what, place), one);
    }
  }

  private async notCounted(): Promise<void> {
    const part = this.part('notCounted');
    for (const [place, { because, ...of }] of this.scheme.notCounted.entries()) {
      const at = await this.add(part, 'notCountedOne', place);
      await this.signal(at, of);
      await this.label(at, ['because', 'becauseEnglish'], because);
    }
  }

  private async signal(at: Locator, { code, when = [] }: OfSignal): Promise<void> {
    await this.choose(at, 'signal', signalOfCode(code)?.label);
    for (const [place, condition] of when.entries()) await this.fieldCondition(await this.add(at, 'condition', place), condition, code);
  }

  private async fieldCondition(at: Locator, condition: FieldCondition, code: string): Promise<void> {
    await this.choose(at, 'field', this.fieldOf(code, condition.field));
    if ('is' in condition) {
      await this.tick(
        at,
        'is',
        condition.is.map((value) => (typeof value === 'boolean' ? word(value ? 'yes' : 'no') : value)),
      );
    } else if ('daysLate' in condition) {
      await this.number(at, 'lateLeast', condition.daysLate.least);
      await this.number(at, 'lateMost', condition.daysLate.most);
    } else {
      await this.number(at, 'least', condition.least);
      await this.number(at, 'most', condition.most);
    }
  }

  private async threshold(at: Locator, { colour, anyOf, effects }: Threshold): Promise<void> {
    await this.choose(at, 'colour', among('colours')[colour]);
    for (const [place, condition] of anyOf.entries()) await this.condition(await this.add(at, 'reachedBy', place), condition);
    for (const [place, effect] of effects.entries()) await this.effect(await this.add(at, 'effect', place), effect, undefined);
  }

  private async condition(at: Locator, condition: Condition): Promise<void> {
    if (condition.kind !== 'sum') await this.choose(at, 'conditionKind', among('conditionKinds')[condition.kind]);
    await this.choose(at, 'within', this.labelOf(this.scheme.windows, condition.window));
    if (condition.kind === 'sum') {
      await this.points(at, 'sumLeast', condition.least);
      await this.points(at, 'sumMost', condition.most);
      return;
    }
    if (condition.kind === 'reached') await this.choose(at, 'threshold', this.labelOf(this.scheme.thresholds, condition.threshold));
    else await this.choose(at, 'itemMark', this.labelOf(this.scheme.marks, condition.mark));
    await this.number(at, 'times', condition.least);
    if (condition.kind === 'consecutive') await this.choose(at, 'by', among('bys')[condition.by]);
  }

  private async effect(at: Locator, { consequence, lasts }: Effect, code: string | undefined): Promise<void> {
    await this.choose(at, 'consequence', this.labelOf(this.scheme.consequences, consequence));
    await this.choose(at, 'lasts', among('lastsKinds')[lasts.kind]);
    if (lasts.kind === 'months') await this.number(at, 'months', lasts.months);
    if (lasts.kind === 'calendar') await this.choose(at, 'period', among('periods')[lasts.period]);
    if (lasts.kind === 'field') await this.choose(at, 'dayField', this.fieldOf(code ?? '', lasts.field));
  }

  private labelOf(list: readonly Keyed[], key: string | undefined): string | undefined {
    return list.find((each) => each.key === key)?.label.zh;
  }

  private fieldOf(code: string, field: string): string | undefined {
    return field === 'severity' ? word('severity') : signalOfCode(code)?.fields[field]?.label;
  }

  private async label(at: Locator, [chinese, english]: readonly [string, string], { zh, en }: Label): Promise<void> {
    await this.text(at, chinese, zh);
    if (en !== undefined) await this.text(at, english, en);
  }

  private async text(at: Locator, name: string, value: string): Promise<void> {
    await at.getByLabel(word(name), { exact: true }).fill(value);
  }

  private async number(at: Locator, name: string, value: number | undefined): Promise<void> {
    if (value !== undefined) await at.getByRole('spinbutton', { name: word(name), exact: true }).fill(String(value));
  }

  private async points(at: Locator, name: string, milli: number | undefined): Promise<void> {
    await this.number(at, name, milli === undefined ? undefined : milli / MILLI);
  }

  private async pick(at: Locator, label: string | undefined): Promise<void> {
    await at.getByRole('radio', { name: label ?? '', exact: true }).check();
  }

  private async checkbox(at: Locator, name: string): Promise<void> {
    await at.getByRole('checkbox', { name: word(name), exact: true }).check();
  }

  private async tick(at: Locator, name: string, labels: readonly (string | undefined)[]): Promise<void> {
    const group = at.getByRole('group', { name: word(name), exact: true });
    for (const label of labels) await group.getByRole('checkbox', { name: label ?? '', exact: true }).check();
  }

  private async choose(at: Locator, name: string, label: string | undefined): Promise<void> {
    if (label === undefined) return;
    const box = at.getByRole('combobox', { name: word(name), exact: true });
    await box.click();
    await box.fill(label);
    await this.page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden)').getByTitle(label, { exact: true }).last().click();
  }
}
