import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import type { ReadRow } from '../contracts';
import { writtenInstant } from '../parts/civil-day';
import { personWord } from '../parts/words';
import { textsOf } from '../texts/texts';
import { ReviewForm } from './review-form';

const texts = textsOf('reads');

/** What was thought of a read without a task; while nobody has, the way to say so. */
export function ReviewOf({ read }: { readonly read: ReadRow }): ReactNode {
  const [asking, ask] = useState(false);
  const { reason, review } = read;
  if (reason === null) return texts.none;
  if (review !== null) {
    return (
      <>
        <div>{texts.opinions[review.opinion]}</div>
        <div className="lq-meta">{review.note}</div>
        <div className="lq-meta">{`${personWord(review.by)} ${writtenInstant(review.at)}`}</div>
      </>
    );
  }
  return (
    <>
      <span className="lq-to-review">{texts.toReview}</span>
      <Button size="small" onClick={() => ask(true)}>
        {texts.doReview}
      </Button>
      {asking && <ReviewForm read={read} onLeave={() => ask(false)} />}
    </>
  );
}
