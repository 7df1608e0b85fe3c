import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { remove } from '../api/call';
import { useSession } from '../api/queries';
import { ofDemo } from '../people/principals';
import { principalWord } from '../parts/words';
import { textsOf } from '../texts/texts';
import { PrincipalChoice } from './principal-choice';

const texts = textsOf('frame');

/** The person signed in and the way out; in a demo without a session, which of its people I am. */
export function WhoIAm(): ReactNode {
  const { data: person } = useSession();
  const [leaving, setLeaving] = useState(false);
  const queries = useQueryClient();
  const navigate = useNavigate();
  if (person === undefined) return null;
  if (ofDemo(person.id)) return <PrincipalChoice />;
  const leave = async (): Promise<void> => {
    setLeaving(true);
    try {
      await remove('/session');
      await navigate('/sign-in', { state: { why: 'left' } });
      queries.clear();
    } finally {
      setLeaving(false);
    }
  };
  return (
    <span className="lq-principal">
      <span className="lq-name">{person.name}</span>
      <span className="lq-meta">{principalWord(person.role)}</span>
      <Button size="small" loading={leaving} onClick={() => void leave()}>
        {texts.leave}
      </Button>
    </span>
  );
}
