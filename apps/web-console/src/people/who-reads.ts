import { useSession } from '../api/queries';
import { principalWord } from '../parts/words';
import { ofDemo } from './principals';

/** Who is at this browser, as papers and watermarks name them; nothing until that is known. */
export function useWhoReads(): string {
  const person = useSession().data;
  if (person === undefined) return '';
  return ofDemo(person.id) ? principalWord(person.role) : `${person.name} ${person.id}`;
}
