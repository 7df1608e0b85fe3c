import { FontSizeOutlined } from '@ant-design/icons';
import { Button, Popover, Switch } from 'antd';
import type { ReactNode } from 'react';
import { choose, useDisplay } from '../look/display';
import { textsOf } from '../texts/texts';

const texts = textsOf('frame');

/** Dark or light, normal or large type. */
export function DisplayChoice(): ReactNode {
  const { dark, large } = useDisplay();
  const choices = (
    <div className="lq-display">
      <label>
        {texts.dark} <Switch size="small" checked={dark} onChange={(now) => choose({ dark: now })} />
      </label>
      <label>
        {texts.large} <Switch size="small" checked={large} onChange={(now) => choose({ large: now })} />
      </label>
    </div>
  );
  return (
    <Popover trigger="click" placement="bottomRight" content={choices}>
      <Button type="text" size="small" icon={<FontSizeOutlined />} aria-label={texts.display} />
    </Popover>
  );
}
