// Quzhi as a LangChain retriever and embeddings in another program. Build the index first: npm run ingest. In this repository:
//   node --import tsx examples/langchain.ts "泉山区新增了多少个重大产业项目"
// In a program of your own: npm install PATH-OF-THIS-REPOSITORY, then import 'quzhi/langchain' as here; plain Node will do.
import { openEmbeddings, openRetriever } from 'quzhi/langchain';

const [question = '泉山区新增了多少个重大产业项目'] = process.argv.slice(2);

const retriever = await openRetriever({ count: 3 });
for (const { pageContent, metadata } of await retriever.invoke(question)) {
  console.log(`${metadata.score.toFixed(2)}  ${metadata.title} [${metadata.start}, ${metadata.end})`);
  console.log(`      ${pageContent.slice(0, 80)}`);
}

const embeddings = await openEmbeddings();
console.log(`vectors of ${(await embeddings.embedQuery(question)).length} dimensions`);
