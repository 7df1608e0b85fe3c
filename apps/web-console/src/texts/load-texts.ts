import { loadTexts } from './texts';

// Tests read the console in Chinese, as it comes.
await loadTexts();
