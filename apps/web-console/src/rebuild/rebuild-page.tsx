import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useRebuild } from '../api/rebuild-queries';
import type { RebuildAnswer } from '../contracts';
import { useTitle } from '../frame/use-title';
import { writtenInstant } from '../parts/civil-day';
import { fill } from '../parts/fill';
import { wholeNumber } from '../parts/points';
import { PrintFrame } from '../parts/print-frame';
import { ProblemNotice } from '../parts/problem-notice';
import { Waiting } from '../parts/waiting';
import { useMay } from '../people/may';
import { textsOf } from '../texts/texts';
import { CertificateCard } from './certificate-card';
import { RebuildActs } from './rebuild-acts';
import { SlotCard } from './slot-card';
import { SwitchHistory } from './switch-history';
import './rebuild.css';

const texts = textsOf('rebuild');

/** 重建: the two reading slots, how far the other one is, what a comparison found, and who switches. */
export function RebuildPage(): ReactNode {
  const { data, error, refetch } = useRebuild();
  useTitle(texts.documentTitle);
  return (
    <PrintFrame title={texts.title}>
      <div className="lq-page-head">
        <h1>{texts.title}</h1>
        {data !== undefined && (
          <span className="lq-meta lq-number">{fill(texts.asOf, { time: `${writtenInstant(data.at)}:${data.at.slice(17, 19)}` })}</span>
        )}
        <span className="lq-meta">{texts.note}</span>
      </div>
      {error !== null && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Waiting rows={12} />}
      {data !== undefined && <Everything told={data} />}
    </PrintFrame>
  );
}

function Everything({ told }: { readonly told: RebuildAnswer }): ReactNode {
  const { live, other, certificate, switches, openReviews } = told;
  const may = useMay();
  return (
    <div className="lq-rebuild">
      <div className="lq-rebuild-slots">
        <SlotCard title={texts.live} slot={live} at={told.at} />
        <SlotCard title={texts.other} slot={other} at={told.at} />
      </div>
      <RebuildActs told={told} />
      <CertificateCard certificate={certificate} />
      {openReviews > 0 && (
        <p>
          {fill(texts.reviews, { count: wholeNumber(openReviews) })}{' '}
          {may('GET /api/v1/policy-reviews') && <Link to="/reviews">{texts.toReviews}</Link>}
        </p>
      )}
      <SwitchHistory switches={switches} />
    </div>
  );
}
