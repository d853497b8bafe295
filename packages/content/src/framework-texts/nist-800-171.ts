/** NIST SP 800-171 revision 2: all 110 requirements, in our own short words. */
import { textsOfTable } from './table.ts';
import { nistLicense, nistPublisher } from './terms.ts';

const name = { en: 'NIST SP 800-171 revision 2', ja: 'NIST SP 800-171 リビジョン 2' };
const groups = `
3.1|Access control|アクセス制御
3.2|Awareness and training|意識向上と訓練
3.3|Audit and accountability|監査と説明責任
3.4|Configuration management|構成管理
3.5|Identification and authentication|識別と認証
3.6|Incident response|インシデント対応
3.7|Maintenance|保守
3.8|Media protection|媒体保護
3.9|Personnel security|人的セキュリティ
3.10|Physical protection|物理的保護
3.11|Risk assessment|リスクアセスメント
3.12|Security assessment|セキュリティ評価
3.13|System and communications protection|システムと通信の保護
3.14|System and information integrity|システムと情報の完全性
`;
const titles = `
3.1.1|Access only for authorized users and devices|許可した利用者・機器だけのアクセス
3.1.2|Access only to permitted transactions|許可した処理だけの実行
3.1.3|Control of the flow of CUI|CUI の流れの制御
3.1.4|Separation of duties|職務の分離
3.1.5|Least privilege|最小権限
3.1.6|Non-privileged accounts for other work|非特権アカウントの使用
3.1.7|Privileged functions restricted and logged|特権機能の制限と記録
3.1.8|Limit on unsuccessful logons|ログオン失敗の制限
3.1.9|Privacy and security notices|プライバシーとセキュリティの通知
3.1.10|Session lock|セッションのロック
3.1.11|Session termination|セッションの終了
3.1.12|Remote access monitored|リモートアクセスの監視
3.1.13|Remote access encrypted|リモートアクセスの暗号化
3.1.14|Remote access through managed points|管理された接続点の経由
3.1.15|Remote privileged commands authorized|遠隔での特権操作の許可
3.1.16|Wireless access authorized|無線接続の許可
3.1.17|Wireless access protected|無線接続の保護
3.1.18|Mobile devices controlled|モバイル機器の管理
3.1.19|CUI on mobile devices encrypted|モバイル機器の CUI の暗号化
3.1.20|Connections to external systems controlled|外部システムへの接続の管理
3.1.21|Portable storage limited|持ち運べる媒体の制限
3.1.22|CUI kept off public systems|公開システムへの掲載の管理
3.2.1|Awareness of risks|リスクの周知
3.2.2|Training for duties|役割に応じた訓練
3.2.3|Insider threat awareness|内部脅威の教育
3.3.1|Audit records made and kept|監査記録の作成と保持
3.3.2|Actions traced to users|操作と利用者の対応付け
3.3.3|Logged events reviewed|記録する事象の見直し
3.3.4|Alert on failure of logging|記録失敗の通知
3.3.5|Review and correlation of records|記録の分析と相関
3.3.6|Reduction and reporting of records|記録の集約と報告
3.3.7|Clocks synchronized|時刻の同期
3.3.8|Audit records protected|監査記録の保護
3.3.9|Management of logging restricted|記録の管理の制限
3.4.1|Baselines and inventories|基準構成と台帳
3.4.2|Security settings enforced|セキュリティ設定の適用
3.4.3|Changes controlled|変更の管理
3.4.4|Impact of changes analyzed|変更の影響分析
3.4.5|Access for changes restricted|変更権限の制限
3.4.6|Least functionality|最小機能
3.4.7|Nonessential functions restricted|不要機能の制限
3.4.8|Allow or deny lists for software|ソフトウェアの許可・禁止
3.4.9|User-installed software controlled|利用者による導入の管理
3.5.1|Users and devices identified|利用者・機器の識別
3.5.2|Users and devices authenticated|利用者・機器の認証
3.5.3|Multi-factor authentication|多要素認証
3.5.4|Replay-resistant authentication|再送攻撃に強い認証
3.5.5|Identifiers not reused|識別子の再利用防止
3.5.6|Inactive identifiers disabled|未使用の識別子の無効化
3.5.7|Password complexity|パスワードの複雑さ
3.5.8|Password reuse prohibited|パスワードの再利用禁止
3.5.9|Temporary passwords changed|仮パスワードの変更
3.5.10|Passwords protected by cryptography|パスワードの暗号保護
3.5.11|Authentication feedback obscured|認証時の表示の秘匿
3.6.1|Incident handling capability|インシデント対応能力
3.6.2|Incidents tracked and reported|インシデントの追跡と報告
3.6.3|Incident response tested|対応の試験
3.7.1|Maintenance performed|保守の実施
3.7.2|Maintenance tools controlled|保守の道具と人員の管理
3.7.3|Equipment sanitized before maintenance|保守前の消去
3.7.4|Diagnostic media checked|診断媒体の検査
3.7.5|MFA for remote maintenance|遠隔保守の多要素認証
3.7.6|Maintenance personnel supervised|保守要員の監督
3.8.1|Media protected|媒体の保護
3.8.2|Access to media limited|媒体へのアクセス制限
3.8.3|Media sanitized|媒体の消去
3.8.4|Media marked|媒体の表示
3.8.5|Transport of media controlled|媒体の輸送管理
3.8.6|Media in transport encrypted|輸送中の暗号化
3.8.7|Removable media controlled|取り外し媒体の管理
3.8.8|Media without owner prohibited|所有者不明の媒体の禁止
3.8.9|Backups protected|バックアップの保護
3.9.1|People screened|人員の審査
3.9.2|CUI protected when people leave|退職・異動時の保護
3.10.1|Physical access limited|物理アクセスの制限
3.10.2|Facility protected and monitored|施設の保護と監視
3.10.3|Visitors escorted|訪問者の付き添い
3.10.4|Physical access logged|物理アクセスの記録
3.10.5|Physical access devices managed|入館手段の管理
3.10.6|Alternate work sites safeguarded|代替作業場所の保護
3.11.1|Risk assessed|リスクの評価
3.11.2|Vulnerability scans|脆弱性の検査
3.11.3|Vulnerabilities remediated|脆弱性の是正
3.12.1|Controls assessed|管理策の評価
3.12.2|Plans of action|是正計画
3.12.3|Controls monitored|管理策の監視
3.12.4|System security plans|システムセキュリティ計画
3.13.1|Boundaries monitored and protected|境界の監視と保護
3.13.2|Secure architecture and engineering|安全な設計
3.13.3|User functions apart from management|利用と管理の分離
3.13.4|No transfer through shared resources|共有資源経由の漏えい防止
3.13.5|Public components in subnetworks|公開部分のサブネット分離
3.13.6|Network traffic denied by default|通信の既定拒否
3.13.7|No split tunneling|スプリットトンネルの禁止
3.13.8|Transmission encrypted|通信の暗号化
3.13.9|Network sessions ended|通信セッションの終了
3.13.10|Cryptographic keys managed|暗号鍵の管理
3.13.11|Validated cryptography|検証済みの暗号
3.13.12|Collaborative devices controlled|会議機器の管理
3.13.13|Mobile code controlled|モバイルコードの管理
3.13.14|VoIP controlled|VoIP の管理
3.13.15|Authenticity of sessions|セッションの真正性
3.13.16|CUI at rest protected|保存された CUI の保護
3.14.1|Flaws corrected|欠陥の是正
3.14.2|Protection from malicious code|悪意あるコードからの保護
3.14.3|Alerts and advisories acted on|警告・勧告への対応
3.14.4|Malicious code protection updated|対策の更新
3.14.5|Periodic and real-time scans|定期・随時の検査
3.14.6|Systems monitored for attacks|攻撃の監視
3.14.7|Unauthorized use identified|不正使用の特定
`;

export const texts = {
  r2: textsOfTable({
    name,
    about: { publisher: nistPublisher, url: 'https://doi.org/10.6028/NIST.SP.800-171r2', published: '2021-01', license: nistLicense },
    groups,
    titles,
  }),
};
