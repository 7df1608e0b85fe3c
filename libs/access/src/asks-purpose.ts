import { applyDecorators } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import { PURPOSES } from '#access/purposes';

/** Says in OpenAPI what a sensitive read wants to be told. That it is wanted is not up to the endpoint. */
export const AsksPurpose = (): ClassDecorator & MethodDecorator =>
  applyDecorators(
    ApiHeader({
      name: 'Liuqu-Purpose',
      required: true,
      enum: PURPOSES.map(({ code }) => code),
      description: 'What the read is for; logged.',
    }),
    ApiHeader({ name: 'Liuqu-Task', required: false, description: 'Id of the candidate or of the triage item at hand.' }),
    ApiHeader({
      name: 'Liuqu-Reason',
      required: false,
      description: 'Without a task: why, percent-encoded, 5 to 200 characters; reviewed.',
    }),
  );
