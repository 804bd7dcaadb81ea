import { embedderContract } from '../retrieve/embed/support/contract.ts';
import { fakeEmbedder } from '../retrieve/embed/support/fake.ts';

embedderContract('the fake', () => fakeEmbedder());
