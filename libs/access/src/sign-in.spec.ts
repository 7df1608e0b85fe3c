import { fakeAccess } from '#testing/fake-access';
import { describeSignIn } from '#testing/sign-in.contract';

describeSignIn('sign-in', async () => fakeAccess());
