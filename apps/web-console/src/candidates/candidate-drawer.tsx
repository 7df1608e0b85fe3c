import { ConfigProvider, Drawer, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useCandidates } from '../api/queries';
import { cadrePath } from '../cadres/cadre-path';
import { useReducedMotion } from '../look/reduced-motion';
import { EmptyNotice } from '../parts/empty-notice';
import { LevelTag } from '../parts/level-tag';
import { ProblemNotice } from '../parts/problem-notice';
import { textsOf } from '../texts/texts';
import { CandidateBody } from './candidate-body';

const texts = textsOf('candidates');

interface CandidateDrawerProps {
  readonly id: string | null;
  readonly cadreId: string | null;
  readonly onClose: () => void;
}

const WIDTH = 560;

/** One candidate beside the list, which stays in use. It is asked for by its cadre, so no filter of the list hides it. */
export function CandidateDrawer({ id, cadreId, onClose }: CandidateDrawerProps): ReactNode {
  const still = useReducedMotion();
  const open = id !== null && cadreId !== null;
  return (
    <ConfigProvider theme={{ token: { motion: !still } }}>
      <Drawer
        open={open}
        onClose={onClose}
        size={WIDTH}
        mask={false}
        destroyOnHidden
        rootClassName="lq-drawer"
        title={open ? <CandidateTitle id={id} cadreId={cadreId} /> : texts.drawer}
        aria-label={texts.drawer}
        styles={{ body: { padding: '12px 20px' }, header: { padding: '10px 20px' } }}
      >
        {open && <Loaded key={id} id={id} cadreId={cadreId} />}
      </Drawer>
    </ConfigProvider>
  );
}

interface Shown {
  readonly id: string;
  readonly cadreId: string;
}

function CandidateTitle({ id, cadreId }: Shown): ReactNode {
  const { data } = useCandidates({ cadre: cadreId });
  const candidate = data?.items.find((row) => row.id === id);
  if (candidate === undefined) return texts.drawer;
  return (
    <span className="lq-candidate-title">
      <span className="lq-name">{candidate.name}</span>
      <LevelTag level={candidate.level} />
      <Link to={cadrePath(cadreId)}>{texts.toPortrait}</Link>
    </span>
  );
}

function Loaded({ id, cadreId }: Shown): ReactNode {
  const { data, error, refetch } = useCandidates({ cadre: cadreId });
  if (error !== null) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Skeleton active={false} paragraph={{ rows: 10 }} />;
  const candidate = data.items.find((row) => row.id === id);
  if (candidate === undefined) return <EmptyNotice title={texts.notThere} filledBy={texts.notThereFilledBy} />;
  return <CandidateBody candidate={candidate} day={data.day} />;
}
