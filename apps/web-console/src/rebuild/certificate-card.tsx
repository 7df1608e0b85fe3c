import { CheckCircleOutlined, ClockCircleOutlined, WarningOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { CertificateAnswer } from '../contracts';
import { writtenInstant } from '../parts/civil-day';
import { EmptyNotice } from '../parts/empty-notice';
import { Facts } from '../parts/facts';
import { fill } from '../parts/fill';
import { wholeNumber } from '../parts/points';
import { subjectPath } from '../parts/subject-path';
import { personWord, policyWord } from '../parts/words';
import { useMay } from '../people/may';
import { textsOf } from '../texts/texts';
import { differenceWords, lasting, verdictOf, verdictWord, type Verdict } from './rebuild-words';

const texts = textsOf('rebuild');

const ICONS: Readonly<Record<Verdict, ReactNode>> = {
  holds: <CheckCircleOutlined aria-hidden />,
  'too-old': <ClockCircleOutlined aria-hidden />,
  'not-valid': <WarningOutlined aria-hidden />,
};

/** 比对证书: whether the other slot may go live, and what was found, in words. */
export function CertificateCard({ certificate }: { readonly certificate: CertificateAnswer | null }): ReactNode {
  return (
    <section className="lq-card" aria-label={texts.certificate}>
      <div className="lq-card-head">
        <h2>{texts.certificate}</h2>
      </div>
      {certificate === null ? (
        <EmptyNotice title={texts.noCertificate} filledBy={texts.noCertificateFilledBy} />
      ) : (
        <Certificate certificate={certificate} />
      )}
    </section>
  );
}

function Certificate({ certificate }: { readonly certificate: CertificateAnswer }): ReactNode {
  const { at, askedBy, policy, livePolicy, findings } = certificate;
  const verdict = verdictOf(certificate);
  const records = Object.values(findings.offsets).reduce((sum, offset) => sum + offset, 0);
  return (
    <>
      <p className={`lq-rebuild-verdict lq-rebuild-${verdict}`}>
        {ICONS[verdict]} {verdictWord(certificate)}
      </p>
      <Facts
        of={[
          [texts.madeAt, fill(texts.madeWord, { time: writtenInstant(at), person: personWord(askedBy), lasted: lasting(findings.seconds) })],
          [texts.compared, fill(texts.comparedWord, { policy: policyWord(policy.name), live: policyWord(livePolicy.name) })],
          [texts.log, fill(texts.logWord, { count: wholeNumber(records) })],
          [
            texts.differences,
            <ul key="differences">
              {differenceWords(certificate).map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>,
          ],
          [texts.digests, <Digests key="digests" findings={findings} />],
          ...(findings.faults.length === 0 ? [] : [[texts.faults, <Faults key="faults" faults={findings.faults} />] as const]),
        ]}
      />
    </>
  );
}

function Digests({ findings: { digest, recomputed, liveDigest } }: { readonly findings: CertificateAnswer['findings'] }): ReactNode {
  const told = (other: string): string => (other === digest ? texts.sameDigest : texts.otherDigest);
  const rows: readonly (readonly [name: string, digest: string, told: string])[] = [
    [texts.digestOfMade, digest, ''],
    [texts.digestOfLedger, recomputed, told(recomputed)],
    [texts.digestOfLive, liveDigest, told(liveDigest)],
  ];
  return (
    <ul>
      {rows.map(([name, value, word]) => (
        <li key={name}>
          <span className="lq-rebuild-digest">{name}</span> <code>{value}</code> <span className="lq-meta">{word}</span>
        </li>
      ))}
    </ul>
  );
}

function Faults({ faults }: { readonly faults: CertificateAnswer['findings']['faults'] }): ReactNode {
  const may = useMay();
  const reads = may('GET /api/v1/cadres/:id');
  return (
    <ul>
      {faults.map(({ subject, slot }) => (
        <li key={`${subject} ${slot}`}>
          {reads ? <Link to={subjectPath(subject)}>{subject}</Link> : <code>{subject}</code>} <span className="lq-meta">{texts.faultIn[slot]}</span>
        </li>
      ))}
    </ul>
  );
}
