import { theme, type ThemeConfig } from 'antd';
import type { Display } from './display';

const FONTS = '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif';

/**
 * Calm and dense. Nothing moves; the drawer alone is given its motion back. Unhashed, because Chromium 87 does not know
 * the `:where()` that hashes are written in.
 */
export function themeOf({ dark, large }: Display): ThemeConfig {
  return {
    algorithm: dark ? theme.darkAlgorithm : theme.defaultAlgorithm,
    hashed: false,
    token: {
      fontFamily: FONTS,
      fontSize: large ? 18 : 14,
      motion: false,
      borderRadius: 4,
      colorPrimary: dark ? '#6ea8e6' : '#1d5fa8',
      colorLink: dark ? '#8fc1ff' : '#1d5fa8',
      colorError: dark ? '#ff9a9a' : '#a8071a',
      colorTextDescription: dark ? '#a6a6a6' : '#595959',
      colorTextPlaceholder: dark ? '#a6a6a6' : '#6b6b6b',
      colorTextLightSolid: dark ? '#10151c' : '#ffffff',
    },
    components: {
      Layout: { headerHeight: 44, headerPadding: '0 16px', headerBg: dark ? '#1a1a1a' : '#ffffff', siderBg: dark ? '#1a1a1a' : '#ffffff' },
      Menu: {
        itemHeight: 36,
        itemBg: 'transparent',
        itemSelectedBg: dark ? '#24364a' : '#e8f0f9',
        itemSelectedColor: dark ? '#8fc1ff' : '#1d5fa8',
      },
      Table: {
        cellPaddingBlockSM: 4,
        cellPaddingInlineSM: 10,
        headerBg: dark ? '#232323' : '#f3f4f6',
        rowHoverBg: dark ? '#242a31' : '#f4f8fc',
      },
      Segmented: { itemSelectedBg: dark ? '#24364a' : '#ffffff', trackBg: dark ? '#262626' : '#eceef1' },
    },
  };
}
