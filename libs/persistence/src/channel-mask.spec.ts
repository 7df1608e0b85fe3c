import { CHANNELS } from '#domain/risk/policy';
import { maskOf, masksWith } from '#persistence/channel-mask';

const NOTHING = { self: 0, team: 0, superior: 0, organization: 0, public: 0, media: 0 } as const;

describe('the mask of the channels that contribute', () => {
  it('has one bit for each, which stays what it is: rows are stored with it', () => {
    expect(CHANNELS.map((channel) => maskOf({ ...NOTHING, [channel]: 1 }))).toEqual([1, 2, 4, 8, 16, 32]);
    expect([maskOf(NOTHING), maskOf({ ...NOTHING, self: 5, media: 700 })]).toEqual([0, 33]);
  });

  it('is among those of each of its channels, and of no other', () => {
    const mask = maskOf({ ...NOTHING, team: 1, public: 9 });
    expect(CHANNELS.filter((channel) => masksWith(channel).includes(mask))).toEqual(['team', 'public']);
    expect(masksWith('media')).toHaveLength(32);
  });
});
