/** `npm run stack`: the microservices, one supervised process each, on Kafka, Redis and PostgreSQL without containers. */
import { launch } from './launch.mjs';

launch('stack-installed.mjs');
