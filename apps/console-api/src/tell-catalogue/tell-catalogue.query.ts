import { Query } from '@nestjs/cqrs';
import type { CatalogueAnswer } from '#contracts/console/catalogue';

export class TellCatalogue extends Query<CatalogueAnswer> {}
