import { durabilityFault, durabilityOn, topicConfig } from '#messaging/kafka/topic-config';

const onThree = { name: 'risk.signals.v1', replicas: 3, inSync: 2, uncleanElection: false };

describe('the durability of a topic', () => {
  it.each([
    [1, { replicas: 1, inSync: 1 }],
    [2, { replicas: 2, inSync: 1 }],
    [3, { replicas: 3, inSync: 2 }],
    [7, { replicas: 3, inSync: 2 }],
  ])('on %i brokers is as great as they allow, three copies at most', (brokers, durability) => {
    expect(durabilityOn(brokers)).toEqual(durability);
  });

  it('is set at the topic, with its retention, whatever the brokers have as their default', () => {
    const config = topicConfig({ name: 'channel.self.v1', partitions: 12, retention: 30 }, durabilityOn(3));
    expect([config.replicationFactor, config.numPartitions]).toEqual([3, 12]);
    expect(config.configEntries).toEqual(
      expect.arrayContaining([
        { name: 'min.insync.replicas', value: '2' },
        { name: 'unclean.leader.election.enable', value: 'false' },
        { name: 'retention.ms', value: '2592000000' },
      ]),
    );
  });

  it('is for ever where the topic is the truth', () => {
    const config = topicConfig({ name: 'risk.signals.v1', partitions: 12, retention: 'for-ever' }, durabilityOn(1));
    expect(config.configEntries).toContainEqual({ name: 'retention.ms', value: '-1' });
  });

  it.each([
    ['one copy on three brokers', { ...onThree, replicas: 1 }, 'risk.signals.v1 has 1 of 3 replicas'],
    ['acknowledged by one of three', { ...onThree, inSync: 1 }, 'risk.signals.v1 acknowledges with min.insync.replicas 1, not 2'],
    ['a leader that lacks records', { ...onThree, uncleanElection: true }, 'risk.signals.v1 allows unclean.leader.election'],
    ['as safe as three brokers allow', onThree, undefined],
  ])('is judged: %s', (_, topic, fault) => expect(durabilityFault(topic, 3)).toBe(fault));

  it('of one copy is no fault on the only broker', () => {
    expect(durabilityFault({ ...onThree, replicas: 1, inSync: 1 }, 1)).toBeUndefined();
  });
});
