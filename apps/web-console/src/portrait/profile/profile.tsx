import { Table, type TableColumnsType } from 'antd';
import type { ReactNode } from 'react';
import { useProfile } from '../../api/queries';
import { useLabels } from '../../catalogue/labels';
import type { ProfileAnswer } from '../../contracts';
import { writtenDay } from '../../parts/civil-day';
import { EmptyNotice } from '../../parts/empty-notice';
import { fill } from '../../parts/fill';
import { points } from '../../parts/points';
import { ProblemNotice } from '../../parts/problem-notice';
import { Waiting } from '../../parts/waiting';
import { statusWord } from '../../parts/words';
import type { Why } from '../../purpose/why-memory';
import { textsOf } from '../../texts/texts';
import { Dimensions } from './dimensions';
import './profile.css';

const texts = textsOf('profile');

type First = ProfileAnswer['first'][number];

interface ProfileProps {
  readonly cadre: string;
  readonly asOf: string | undefined;
  readonly why: Why;
}

/** What cadres of this category are supervised on, before everything else; it orders what is looked at and changes no number. */
export function Profile({ cadre, asOf, why }: ProfileProps): ReactNode {
  const labels = useLabels();
  const { data, error, refetch } = useProfile(cadre, asOf, why);
  if (error !== null) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Waiting rows={3} />;
  const title = fill(texts.title, { category: labels.category(data.category) });
  return (
    <section className="lq-card lq-profile" aria-label={title}>
      <h2 className="lq-title">{title}</h2>
      <p className="lq-meta">{texts.means}</p>
      <div className="lq-profile-columns">
        {data.dimensions.length > 0 && <Dimensions profile={data} />}
        <FirstSignals profile={data} />
      </div>
      <p>{peersSentence(data)}</p>
    </section>
  );
}

function FirstSignals({ profile: { first, firstCount } }: { readonly profile: ProfileAnswer }): ReactNode {
  const labels = useLabels();
  const columns: TableColumnsType<First> = [
    { title: texts.day, width: 110, className: 'lq-number', dataIndex: 'day' },
    { title: texts.type, dataIndex: 'label' },
    { title: texts.channel, width: 90, render: (_, { channel }) => labels.channel(channel) },
    { title: texts.status, width: 100, render: (_, { status }) => statusWord(status) },
    { title: texts.part, width: 70, className: 'lq-number', render: (_, { part }) => points(part) },
  ];
  return (
    <div>
      <Table<First>
        size="small"
        pagination={false}
        aria-label={texts.first}
        columns={columns}
        dataSource={first}
        rowKey="eventId"
        locale={{ emptyText: <EmptyNotice title={texts.noFirst} filledBy={texts.noFirstFilledBy} /> }}
      />
      {firstCount > first.length && <p className="lq-meta">{fill(texts.more, { count: firstCount - first.length })}</p>}
    </div>
  );
}

/** A cadre is beside others of the same category in units of the same size, never in a row with them. */
function peersSentence({ peers, e, asOf }: ProfileAnswer): string {
  if (peers === null) return texts.noPeers;
  const { size, count, from, to, quartiles } = peers;
  const [quarter, median, threeQuarters] = quartiles.map((each) => points(each));
  const told = { count, size: texts.sizes[size], quarter: quarter ?? '', median: median ?? '', threeQuarters: threeQuarters ?? '' };
  const units = to === null ? fill(texts.unitsFrom, { from }) : fill(texts.unitsBetween, { from, to });
  return fill(texts.peers, { ...told, units, e: points(e), day: writtenDay(asOf) });
}
