import { DiagnosticSeverity, Parser } from '@asyncapi/parser';
import { z } from 'zod';
import { messagesOn, renderAsyncapi } from '#contracts/asyncapi/render-asyncapi';
import { CATALOGUE } from '#contracts/signals/catalogue';
import { channelTopic, TOPICS } from '#contracts/topics';

describe('the AsyncAPI document', () => {
  const rendered = JSON.stringify(renderAsyncapi());

  it('is AsyncAPI 3.0 without error or warning', async () => {
    const { document, diagnostics } = await new Parser().parse(rendered);
    const complaints = diagnostics.filter(({ severity }) => severity <= DiagnosticSeverity.Warning);
    expect(complaints.map(({ message, path }) => `${path.join('/')}: ${message}`)).toEqual([]);
    expect(document?.version()).toBe('3.0.0');
    expect(document?.channels().all()).toHaveLength(TOPICS.length);
  });

  it('names one writer of each topic, and each of its readers', async () => {
    const { document } = await new Parser().parse(rendered);
    for (const topic of TOPICS) {
      const operations = document?.channels().get(topic.name)?.operations() ?? [];
      const named = [...operations].map((operation) => `${operation.action()} ${operation.tags().all()[0]?.name()}`).toSorted();
      expect(named).toEqual([...topic.readers.map((reader) => `receive ${reader}`), `send ${topic.writer}`].toSorted());
    }
  });

  it.each(CATALOGUE.map((signal) => [signal.type, signal] as const))(
    'shows %s on its channel, without a person’s ID number',
    (type, signal) => {
      const message = messagesOn(channelTopic(signal.channel)).find((each) => each.type === type);
      expect(message?.title).toBe(signal.label);
      expect(JSON.stringify(message)).not.toContain('idNumber');
    },
  );

  it('tells of each signal whether it is about a person, a unit, or either', () => {
    const told = (code: string): string => {
      const message = messagesOn('channel.team.v1').find(({ type }) => type === `liuqu.signal.${code}.v1`);
      const properties = message?.payload['properties'] as { subject: { description: string } } | undefined;
      return `${properties?.subject.description} ${JSON.stringify(message?.example['subject'])}`;
    };
    expect(told('team-leader-spoke-first')).toMatch(/^A person: [^.]*\. \{"cadreToken"/);
    expect(told('team-duty-imbalance')).toBe('A unit with its team: its code alone. {"unitCode":"U-001"}');
    expect(told('team-ballot-irregular')).toContain('Or: A unit');
  });

  it.each(TOPICS.map((topic) => topic.name))('gives an example of each message on %s that its schema takes', (topic) => {
    expect(messagesOn(topic)).not.toEqual([]);
    for (const { type, payload, example } of messagesOn(topic)) {
      const issues = z.fromJSONSchema(payload as Parameters<typeof z.fromJSONSchema>[0]).safeParse(example).error?.issues ?? [];
      expect(issues.map((issue) => `${type} /${issue.path.join('/')}: ${issue.message}`)).toEqual([]);
    }
  });

  it('keeps what is the truth for ever, and the channels for thirty days', async () => {
    const { document } = await new Parser().parse(rendered);
    const retention = (topic: string): unknown =>
      document?.channels().get(topic)?.bindings().get('kafka')?.value<{ topicConfiguration: unknown }>().topicConfiguration;
    expect(retention('risk.signals.v1')).toEqual({ 'retention.ms': -1 });
    expect(retention('channel.public.v1')).toEqual({ 'retention.ms': 2_592_000_000 });
  });
});
