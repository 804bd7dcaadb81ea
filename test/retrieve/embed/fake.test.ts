import { embedderContract } from './support/contract.ts';
import { fakeEmbedder } from './support/fake.ts';

embedderContract('the fake', () => fakeEmbedder());
