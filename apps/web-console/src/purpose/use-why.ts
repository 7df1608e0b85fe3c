import { useSyncExternalStore } from 'react';
import { useSession } from '../api/queries';
import { writtenInstant } from '../parts/civil-day';
import { WhyMemory, type Why } from './why-memory';

const memory = new WhyMemory(
  () => sessionStorage,
  () => writtenInstant(new Date().toISOString()).slice(0, 10),
);

/** Why this person reads about the subject, once that was said; and the way to say it. */
export function useWhy(subject: string): readonly [Why | undefined, (why: Why) => void] {
  const person = useSession().data?.id;
  useSyncExternalStore(memory.subscribe, memory.snapshot);
  const say = (why: Why): void => {
    if (person !== undefined) memory.keep(person, subject, why);
  };
  return [person === undefined ? undefined : memory.of(person, subject), say];
}
