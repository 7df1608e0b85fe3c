/** `npm start`: everything in one process on an embedded PostgreSQL, with the demo county. */
import { launch } from './launch.mjs';

launch('start-installed.mjs');
