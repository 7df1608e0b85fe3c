/** Why a signal about a cadre or a unit that a higher level manages is not entered, and what its stub asks for (design: architecture 5). */
export const HAND_UP =
  '反映对象属上级管理，不予录入，内容已清除；请在五个工作日内向上级移送，不得摘抄、复制(《纪检监察机关处理检举控告工作规则》第十五条)。';

/** The same for whoever it was: that there is such a person, and where, is not for this sender. */
export const OUT_OF_RANGE = '反映对象不在来源单位的报送范围内，不予录入，内容已清除。';
