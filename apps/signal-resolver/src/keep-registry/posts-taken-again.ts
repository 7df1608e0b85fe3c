import type { RiskFact } from '#contracts/risk/risk-facts';
import type { Transaction } from '#persistence/transaction';
import { uuidOf } from '#platform/event-id';
import { announceFacts } from '../resolve-subject/announce-facts';
import { takenBackFact } from '../resolve-subject/facts';
import { keepPostFacts, lockCadres, postFactsOf } from './post-facts';
import { releaseOfPost } from './release-of-post';

/**
 * Tells every holder's beginning once more, with the factors that the post has now, in place of the earlier telling.
 * @param factors by post code
 * @param today civil date in Asia/Shanghai
 */
export async function takePostsAgain(tx: Transaction, factors: ReadonlyMap<string, readonly string[]>, today: string): Promise<void> {
  if (factors.size === 0) return;
  const holders = await tx.query<{ cadre_id: string }>(
    'SELECT DISTINCT cadre_id FROM resolver.post_fact WHERE post_code = ANY($1::text[])',
    [[...factors.keys()]],
  );
  const ids = holders.map(({ cadre_id }) => cadre_id);
  await lockCadres(tx, ids);
  const held = (await postFactsOf(tx, ids)).filter(({ kind, post }) => kind === 'post-held' && factors.has(post));
  const again = held.map((fact) => ({ ...fact, eventId: uuidOf('post-held', fact.cadreId, fact.post, fact.day, fact.eventId) }));
  await keepPostFacts(
    tx,
    again,
    held.map(({ eventId }) => eventId),
  );
  await announceFacts(
    tx,
    again.flatMap(({ eventId, cadreId: subject, post, day }, at): RiskFact[] => {
      const before = held[at]?.eventId ?? '';
      const release = releaseOfPost(subject, day, today);
      return [
        takenBackFact(uuidOf('replaced-by', eventId), before, release),
        { ...release, kind: 'post-held', eventId, post, factors: [...(factors.get(post) ?? [])], from: day },
      ];
    }),
  );
}
