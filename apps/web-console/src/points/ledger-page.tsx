import type { ReactNode } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { usePointsLedger } from '../api/points-queries';
import { useTitle } from '../frame/use-title';
import { fill } from '../parts/fill';
import { PortraitWait } from '../portrait/portrait-wait';
import { PersonGate } from '../purpose/person-gate';
import type { Why } from '../purpose/why-memory';
import { textsOf } from '../texts/texts';
import { LedgerBody } from './ledger-body';
import './points.css';

const texts = textsOf('points');

/** The points ledger of one cadre or unit under one scheme; for who has said what for. */
export function LedgerPage(): ReactNode {
  const { scheme = '', subject = '' } = useParams();
  useTitle(texts.ledger);
  return <PersonGate subject={subject}>{(why) => <Ledger scheme={scheme} subject={subject} why={why} />}</PersonGate>;
}

interface LedgerProps {
  readonly scheme: string;
  readonly subject: string;
  readonly why: Why;
}

function Ledger({ scheme, subject, why }: LedgerProps): ReactNode {
  const [asked, ask] = useSearchParams();
  const asOf = asked.get('asOf') ?? undefined;
  const ledger = usePointsLedger({ scheme, subject, asOf }, why);
  useTitle(ledger.data === undefined ? texts.ledger : fill(texts.ledgerTitle, { name: ledger.data.name }));
  if (ledger.data === undefined || ledger.error !== null) return <PortraitWait title={texts.ledger} asked={[ledger]} />;
  return <LedgerBody ledger={ledger.data} chosen={asOf !== undefined} onChoose={(day) => ask(day === undefined ? {} : { asOf: day }, { replace: true })} />;
}
