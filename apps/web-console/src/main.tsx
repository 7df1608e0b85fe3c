import { startDisplay } from './look/display';
import { language } from './texts/language';
import { loadTexts } from './texts/texts';
import './look/look.css';
import './look/print.css';

startDisplay();
document.documentElement.lang = language;
const root = document.getElementById('root');
if (root === null) throw new Error('no-root-element');
// Pages take their words when they are loaded, so the words come first.
void loadTexts()
  .then(() => import('./start'))
  .then(({ start }) => start(root));
