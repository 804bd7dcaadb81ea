// The words of the widget, which brings its own along: it stands alone in a page of others.

/** The words of the widget in one language. */
export interface WidgetWording {
  readonly title: string;
  readonly open: string;
  readonly close: string;
  readonly field: string;
  readonly send: string;
  readonly waiting: string;
  readonly asked: string;
  readonly sources: string;
  readonly nearest: string;
  readonly mark: (n: number) => string;
  readonly readAs: string;
  readonly inReport: string;
  readonly tooMuch: string;
  readonly failed: string;
}

/** The words by language. */
export const WORDING: Readonly<Record<'zh' | 'en', WidgetWording>> = {
  zh: {
    title: '区知：向报告提问',
    open: '区知：打开提问窗口',
    close: '关闭',
    field: '想问报告里的什么？',
    send: '提问',
    waiting: '正在查找……',
    asked: '您问',
    sources: '出处',
    nearest: '报告里最接近的内容',
    mark: (n) => `打开出处 ${n}`,
    readAs: '读作：',
    inReport: '在报告中查看',
    tooMuch: '问得太快了，请稍候再问。',
    failed: '现在答不了，请稍后再试。',
  },
  en: {
    title: 'Quzhi: ask the reports',
    open: '区知 Quzhi: open the window for questions',
    close: 'Close',
    field: 'What would you like to know from the reports?',
    send: 'Ask',
    waiting: 'Looking it up …',
    asked: 'You asked',
    sources: 'Sources',
    nearest: 'The nearest that the reports hold',
    mark: (n) => `Open source ${n}`,
    readAs: 'Read as: ',
    inReport: 'Show in the report',
    tooMuch: 'That was too fast. Please wait a little.',
    failed: 'No answer can be had right now. Please try again later.',
  },
};
