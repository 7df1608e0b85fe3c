import { language } from '../texts/language';

/** What a scheme calls something; in English where its author wrote that too. */
export const labelWord = ({ zh, en }: { readonly zh: string; readonly en?: string | undefined }): string => (language === 'en-US' ? (en ?? zh) : zh);
