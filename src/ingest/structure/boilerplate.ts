// Recognises what a web page or newspaper puts around a report: navigation, bylines, photo credits, editors, sharing.
// Data first: a rule is a pattern and the longest line it may claim. Boilerplate is marked, never deleted.

/** A kind of boilerplate: lines of up to `maxCharacters` that match. */
interface BoilerplateRule {
  readonly kind: string;
  readonly maxCharacters: number;
  readonly pattern: RegExp;
}

/** Two to four Chinese characters, or a transcribed foreign name: what may be a person's name in a byline. */
const NAME = '[\\p{Script=Han}·]{2,8}';
const MEDIUM = '[\\p{Script=Han}]{0,12}';
const ROLE = '(?:首席|特约|见习|实习|驻[\\p{Script=Han}]{1,6})?(?:记者|通讯员|特约撰稿人|撰稿人|评论员)';

/** Rules for whole lines (or pieces of a line); order does not matter, the first that matches names the kind. */
const LINE_RULES: readonly BoilerplateRule[] = [
  { kind: 'ornament', maxCharacters: Number.POSITIVE_INFINITY, pattern: /^[^\p{L}\p{N}]+$/u },
  {
    kind: 'address',
    maxCharacters: 300,
    pattern: /^(?:[\p{Script=Han}]{0,6}[:：]\s*)?(?:https?:\/\/|www\.)[\w\-./?%&=#:~+@]+$/iu,
  },
  {
    kind: 'navigation',
    maxCharacters: 80,
    pattern: /^[^。！？!?]*(?:>>|＞＞|»|›|[\p{Script=Han}]\s*[>＞]\s*[\p{Script=Han}])[^。！？!?]*$/u,
  },
  {
    kind: 'navigation',
    maxCharacters: 60,
    pattern:
      /^(?:网站首页|首页|网站地图|当前位置|您的位置|您当前的位置|您现在的位置|所在位置|返回首页|返回顶部)(?:$|[\s|｜:：>＞])/u,
  },
  {
    kind: 'byline',
    maxCharacters: 60,
    pattern: new RegExp(
      `^[^\\p{L}\\p{N}]*(?:文\\s*[/／|｜:：、]\\s*)?(?:本报|本网|本刊|本台|${MEDIUM})${ROLE}[\\s:：|｜/／]+${NAME}[^。！？!?，,；;]*$`,
      'u',
    ),
  },
  {
    kind: 'byline',
    maxCharacters: 60,
    pattern: /^[^\p{L}\p{N}]*(?:文|图|图文|文图|文字|摄影|撰文|采写)\s*[/／|｜:：][^。！？!?，；;]*$/u,
  },
  {
    kind: 'credit line',
    maxCharacters: 80,
    pattern:
      /^[[【（(]?\s*(?:作者|来源|稿件来源|信息来源|文章来源|图片来源|资料来源|编辑|责编|责任编辑|执行编辑|主编|责任校对|校对|审核|初审|复审|终审|审签|监制|策划|统筹|供稿|供图|摄影|摄像|发布机构|发布时间|发布日期|发布人|更新时间|时间|日期|浏览次数|浏览量|阅读量|阅读次数|点击数|点击量|访问量|字号|字体|字体大小|关键词|关键字|标签|专题|栏目|索引号|文号|发文字号)\s*[:：]/u,
  },
  {
    kind: 'byline',
    maxCharacters: 40,
    pattern: new RegExp(
      `^(?:[\\p{Script=Han}]{0,12}(?:区长|县长|市长|州长|旗长|镇长|乡长|主任|书记|局长|代表))[\\s　]+(?:${NAME}|[\\p{Script=Han}][\\s　]+[\\p{Script=Han}])$`,
      'u',
    ),
  },
  {
    kind: 'author note',
    maxCharacters: 120,
    pattern: /^[[【（(]\s*(?:本文)?(?:作者|执笔)(?:系|为|是|单位|简介|[:：])/u,
  },
  {
    kind: 'photo credit',
    maxCharacters: 60,
    pattern: new RegExp(`(?:^|[\\s　（(。])${NAME}(?:[\\s、/／]+${NAME})*[\\s　]*(?:摄影|摄制|摄)[）)]?$`, 'u'),
  },
  {
    kind: 'photo credit',
    maxCharacters: 60,
    pattern: /^(?:图为|图[一二三四五六七八九十\d]*[:：]|上图|下图|左图|右图|资料图|资料图片|配图)[^。]*。?$/u,
  },
  {
    kind: 'photo credit',
    maxCharacters: 60,
    pattern: new RegExp(
      `^[^。！？]*[（(](?:本报|本网|${MEDIUM})?(?:记者|通讯员|资料图)?\\s*(?:${NAME})?\\s*(?:摄|供图|资料图片?)[）)]$`,
      'u',
    ),
  },
  {
    kind: 'sharing',
    maxCharacters: 40,
    pattern:
      /^(?:分享|分享到|分享至|打印|打印本页|收藏|关闭|关闭窗口|纠错|举报|评论|我要评论|点赞|转发|扫一扫|扫码|长按识别|上一篇|下一篇|上一条|下一条|相关阅读|相关链接|相关新闻|相关文章|推荐阅读|延伸阅读|更多新闻|阅读原文|点击查看|展开全文|微信|微博|QQ空间|【?字体|【?打印)(?:$|[\s:：|｜>＞【】\]）)/／、])/u,
  },
  {
    kind: 'sharing',
    maxCharacters: 60,
    pattern: /^(?:扫一扫|扫描|长按|关注)[^。]{0,20}(?:二维码|公众号|客户端)[^。]*$/u,
  },
  {
    kind: 'rights',
    maxCharacters: 200,
    pattern: /(?:版权所有|未经(?:书面)?授权|ICP备|公网安备|Copyright|©|All Rights Reserved)/iu,
  },
  {
    kind: 'dateline',
    maxCharacters: 40,
    pattern:
      /^\d{4}\s*[-年/.]\s*\d{1,2}\s*[-月/.]\s*\d{1,2}\s*日?(?:\s*\d{1,2}:\d{2}(?::\d{2})?)?(?:[\s|｜]*(?:来源)?[:：]?\s*[\p{Script=Han}\w·]{0,16})?$/u,
  },
  {
    kind: 'dateline',
    maxCharacters: 90,
    pattern:
      /^\d{4}\s*[-年/.]\s*\d{1,2}\s*[-月/.]\s*\d{1,2}\s*日?[^。！？!?；;]*(?:来源|作者|编辑|责编|记者|浏览|阅读|点击|字号|字体)[^。！？!?；;]*$/u,
  },
  {
    kind: 'dateline',
    maxCharacters: 60,
    pattern: /^[（(]?[—－-]*\s*\d{4}年\d{1,2}月\d{1,2}日在[^。！？!?；;，,]*(?:会议|大会|全会)上[）)]?$/u,
  },
];

/** Rules for a sentence inside a paragraph: only what never says anything about a district. */
const SENTENCE_RULES: readonly BoilerplateRule[] = [
  {
    kind: 'rights',
    maxCharacters: 200,
    pattern: /^[[【（(]?(?:广告声明|免责声明|版权声明|版权所有|转载请|未经授权|声明[:：])/u,
  },
  {
    kind: 'credit line',
    maxCharacters: 60,
    pattern: /^[[【（(](?:责任编辑|责编|编辑|作者|来源|原标题|记者|本报记者|校对|审核)[:：\s]/u,
  },
  { kind: 'credit line', maxCharacters: 60, pattern: /^(?:责任编辑|责编|原标题|文章来源|稿件来源)[:：]/u },
];

function matching(rules: readonly BoilerplateRule[], text: string): string | null {
  const found = rules.find((rule) => text.length <= rule.maxCharacters && rule.pattern.test(text));
  return found?.kind ?? null;
}

/**
 * The kind of boilerplate that a line is, or null for a line of the report itself.
 * @param line without white space at its ends
 */
export function boilerplateLine(line: string): string | null {
  return matching(LINE_RULES, line);
}

/** The kind of boilerplate that a sentence inside a paragraph is, or null. */
export function boilerplateSentence(sentence: string): string | null {
  return matching(SENTENCE_RULES, sentence);
}

const BYLINE_START = new RegExp(
  `^(?:[◎□■●○▲△◆◇★☆※\\s]+|(?:文|图|图文|文图)\\s*[/／]|(?:本报|本网)?${MEDIUM}${ROLE}$)`,
  'u',
);
const BYLINE_PIECE = new RegExp(`(?:记者|通讯员|摄影|[/／]|摄)|^${NAME}$`, 'u');
const LONGEST_BYLINE_PIECE = 16;
/** A label of page furniture with its value, a separator, or a time of day: 来源：某报 | 发布时间：2021-03-04 09:30 */
const LABEL_PIECE =
  /^(?:(?:来源|作者|编辑|责编|责任编辑|发布时间|发布日期|时间|日期|浏览次数|浏览量|阅读量|点击数|点击量|字号|字体)[:：]\S{0,20}|[|｜]+|\d{1,2}:\d{2}(?::\d{2})?)$/u;
const LABEL_START = /^[|｜]*(?:来源|作者|编辑|责编|责任编辑|发布时间|发布日期|时间|日期)[:：]/u;

/**
 * How many of the pieces at the start of a run-in line (cut at white space) are a byline: "◎文/某报记者 张三 图/李四 正文……".
 * @returns 0 where the line does not start with one
 */
export function bylinePieces(pieces: readonly string[]): number {
  if (LABEL_START.test(pieces[0] ?? '')) return firstIndex(pieces, (piece) => !LABEL_PIECE.test(piece));
  if (!BYLINE_START.test(pieces[0] ?? '')) return 0;
  return firstIndex(
    pieces,
    (piece) => piece.length > LONGEST_BYLINE_PIECE || /[，,。；;！？]/u.test(piece) || !BYLINE_PIECE.test(piece),
  );
}

function firstIndex(pieces: readonly string[], matches: (piece: string) => boolean): number {
  const index = pieces.findIndex(matches);
  return index < 0 ? pieces.length : index;
}
