import { z } from 'zod';

export const candidateIdText = z.guid();
