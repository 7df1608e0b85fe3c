import { useState, type ReactNode } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useSignal, useSignalFile } from '../api/inbox-queries';
import { cadrePath } from '../cadres/cadre-path';
import { OneField } from '../candidates/one-field';
import { useLabels } from '../catalogue/labels';
import type { SignalFile, SignalRow } from '../contracts';
import { BesideDrawer } from '../parts/beside-drawer';
import { EmptyNotice } from '../parts/empty-notice';
import { Facts } from '../parts/facts';
import { points } from '../parts/points';
import { ProblemNotice } from '../parts/problem-notice';
import { Verification } from '../parts/verification';
import { Waiting } from '../parts/waiting';
import { severityWord } from '../parts/words';
import type { Why } from '../purpose/why-memory';
import { textsOf } from '../texts/texts';
import { Moves } from './moves';
import { Subject, typeWord } from './signal-list';
import { withSignal } from './signal-question';

const texts = textsOf('inbox');
const REASON_LENGTH = 200;

export function SignalDrawer({ eventId, onClose }: { readonly eventId: string | null; readonly onClose: () => void }): ReactNode {
  return (
    <BesideDrawer open={eventId !== null} title={texts.drawer} label={texts.drawer} onClose={onClose}>
      {eventId !== null && <Loaded key={eventId} eventId={eventId} />}
    </BesideDrawer>
  );
}

function Loaded({ eventId }: { readonly eventId: string }): ReactNode {
  const { data, error, refetch } = useSignal(eventId);
  if (error !== null) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Waiting rows={8} />;
  const [signal] = data.items;
  if (signal === undefined) return <EmptyNotice title={texts.notThere} filledBy={texts.notThereFilledBy} />;
  return (
    <div className="lq-candidate">
      <AsReceived signal={signal} />
      <section>
        <h2>{texts.became}</h2>
        <Became signal={signal} />
      </section>
      <Content signal={signal} />
      <Moves signal={signal} />
    </div>
  );
}

function AsReceived({ signal }: { readonly signal: SignalRow }): ReactNode {
  const labels = useLabels();
  return (
    <section>
      <h2>{typeWord(labels, signal.type, signal.label)}</h2>
      <Facts
        of={[
          [texts.channel, labels.channel(signal.channel)],
          [texts.agency, signal.agencyName],
          [texts.number, signal.number],
          [texts.source, signal.source],
          [texts.receivedOn, signal.receivedOn],
          [texts.occurredOn, signal.occurredOn ?? texts.none],
          [texts.severity, signal.severity === null ? texts.none : severityWord(signal.severity)],
          [texts.verification, signal.verification === null ? texts.none : <Verification status={signal.verification} />],
        ]}
      />
    </section>
  );
}

/** What became of it, and the way on. */
function Became({ signal }: { readonly signal: SignalRow }): ReactNode {
  const [search] = useSearchParams();
  const { state, subject, evidence, because, waitsFor, eventId } = signal;
  return (
    <>
      <Facts
        of={[
          [texts.state, texts.states[state]],
          [texts.subject, <Subject key="subject" subject={subject} />],
        ]}
      />
      {evidence !== null && <p>{texts.evidence[evidence]}</p>}
      {because !== null && <p>{texts.because[because]}</p>}
      {waitsFor !== null && <p>{texts.awaited[waitsFor.because]}</p>}
      <p className="lq-ways">
        {subject !== null && !subject.id.startsWith('unit:') && <Link to={cadrePath(subject.id)}>{texts.toPortrait}</Link>}
        {state === 'triage' && <Link to={`/matching?open=${eventId}`}>{texts.toMatching}</Link>}
        {waitsFor !== null && <Link to={`?${withSignal(search, waitsFor.eventId).toString()}`}>{texts.toAwaited}</Link>}
      </p>
    </>
  );
}

/** Read only by who says why. */
function Content({ signal }: { readonly signal: SignalRow }): ReactNode {
  const [why, say] = useState<Why>();
  const { data, error, isFetching } = useSignalFile(signal.eventId, why);
  if (signal.subject === null) return null;
  return (
    <section>
      <h2>{texts.content}</h2>
      {error !== null && <ProblemNotice error={error} />}
      {data === undefined ? (
        <>
          <p className="lq-meta">{texts.reasonWhat}</p>
          <OneField
            name={texts.reason}
            missing={texts.reasonMissing}
            most={REASON_LENGTH}
            rows={1}
            button={texts.read}
            waiting={isFetching}
            onSend={(reason) => say({ purpose: 'daily-supervision', reason })}
          />
        </>
      ) : (
        <Written file={data} />
      )}
    </section>
  );
}

function Written({ file: { fields, standing } }: { readonly file: SignalFile }): ReactNode {
  const effect: readonly (readonly [string, ReactNode])[] =
    standing === null
      ? []
      : [
          [texts.state, texts.effects[standing.effect]],
          [texts.contribution, points(standing.part)],
          [texts.statusToday, standing.status === null ? texts.none : <Verification status={standing.status} />],
        ];
  return (
    <>
      <Facts of={effect} />
      {fields.length === 0 && <p className="lq-meta">{texts.noFields}</p>}
      <Facts of={fields.map(({ label, value }) => [label, value ?? <span className="lq-meta">{texts.notShown}</span>])} />
    </>
  );
}
