<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Appearance</name>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
</context>
<context>
    <name>Comparison</name>
    <message>
        <source>The server has an earlier commit, formatted anew (%1, %2).</source>
        <translation>服务器上是较早的一次提交，并重新排过格式（%1，%2）。</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今天</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n 天前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s) ago</source>
        <translation>
            <numerusform>%n 个月前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n year(s) ago</source>
        <translation>
            <numerusform>%n 年前</numerusform>
        </translation>
    </message>
    <message>
        <source>The server has an earlier commit (%1, %2).</source>
        <translation>服务器上是较早的一次提交（%1，%2）。</translation>
    </message>
    <message>
        <source>The server&apos;s text is in the folder&apos;s repository, but not in the history of this file.</source>
        <translation>服务器上的文本在该文件夹的仓库里，但不在这个文件的历史中。</translation>
    </message>
    <message>
        <source>The server&apos;s text is in no commit of this file: somebody edited it there, or deployed it from elsewhere.</source>
        <translation>服务器上的文本不在这个文件的任何一次提交中：有人在服务器上改过它，或从别处部署了它。</translation>
    </message>
    <message>
        <source>The server has what was deployed from here before.</source>
        <translation>服务器上是以前从这里部署的内容。</translation>
    </message>
    <message>
        <source>no version</source>
        <comment>a header without one</comment>
        <translation>无版本</translation>
    </message>
    <message>
        <source>%1 here is newer than %2 on the server.</source>
        <translation>本地的 %1 比服务器上的 %2 新。</translation>
    </message>
    <message>
        <source>%1 on the server is newer than %2 here.</source>
        <translation>服务器上的 %1 比本地的 %2 新。</translation>
    </message>
    <message>
        <source>Both say %1, but they differ: the version was not raised.</source>
        <translation>两边都写着 %1，内容却不同：版本号没有提高。</translation>
    </message>
    <message>
        <source>They differ, and the versions have no order: %1 here, %2 on the server.</source>
        <translation>内容不同，版本号也分不出先后：本地 %1，服务器 %2。</translation>
    </message>
    <message>
        <source>The texts differ only in line ends.</source>
        <translation>文本只有换行符不同。</translation>
    </message>
    <message>
        <source>The texts differ only in formatting.</source>
        <translation>文本只有格式不同。</translation>
    </message>
    <message>
        <source>Only the name and the description would change.</source>
        <translation>只有名称和描述会改变。</translation>
    </message>
    <message>
        <source>Only the name would change.</source>
        <translation>只有名称会改变。</translation>
    </message>
    <message>
        <source>Only the description would change.</source>
        <translation>只有描述会改变。</translation>
    </message>
    <message>
        <source>The server does not show its text, so they cannot be compared.</source>
        <translation>服务器不显示它的文本，因此无法比较。</translation>
    </message>
    <message>
        <source>Nobody has looked yet whether the server has it.</source>
        <translation>还没有查看服务器上是否有它。</translation>
    </message>
    <message>
        <source>not on the server</source>
        <translation>不在服务器上</translation>
    </message>
    <message>
        <source>newer here</source>
        <translation>本地较新</translation>
    </message>
    <message>
        <source>same</source>
        <translation>相同</translation>
    </message>
    <message>
        <source>changed, version not raised</source>
        <translation>已改动，版本号未提高</translation>
    </message>
    <message>
        <source>differs</source>
        <translation>不同</translation>
    </message>
    <message>
        <source>newer there</source>
        <translation>服务器上较新</translation>
    </message>
    <message>
        <source>unknown</source>
        <comment>how a file and the server compare</comment>
        <translation>未知</translation>
    </message>
    <message>
        <source>The server&apos;s text is none that was sent from here: somebody edited it there, or deployed it from elsewhere.</source>
        <translation>服务器上的文本不是从这里发送的：有人在那里编辑过，或从别处部署过。</translation>
    </message>
    <message>
        <source>The server has what was brought into the file from there.</source>
        <translation>服务器上的文本就是先前取回到该文件中的文本。</translation>
    </message>
</context>
<context>
    <name>ComparisonRun</name>
    <message>
        <source>The file changed since it was listed. Rescan the folder.</source>
        <translation>文件在列出之后有变化。请重新扫描文件夹。</translation>
    </message>
    <message>
        <source>The file no longer has a plugin class.</source>
        <translation>该文件中已没有插件类。</translation>
    </message>
    <message>
        <source>Look at what changed in the file, then rescan.</source>
        <translation>请查看文件中的改动，然后重新扫描。</translation>
    </message>
</context>
<context>
    <name>Connection</name>
    <message>
        <source>Enter the address that you open in the browser, for example http://localhost:3000.</source>
        <translation>请输入您在浏览器中打开的地址，例如 http://localhost:3000。</translation>
    </message>
    <message>
        <source>The header for the key, &quot;%1&quot;, cannot be used.</source>
        <translation>用于传递密钥的请求头“%1”无法使用。</translation>
    </message>
    <message>
        <source>Enter the name of a header such as x-api-key, or leave the field empty.</source>
        <translation>请输入请求头名称，例如 x-api-key，或将此项留空。</translation>
    </message>
    <message>
        <source>The extra header &quot;%1&quot; cannot be used.</source>
        <translation>附加请求头“%1”无法使用。</translation>
    </message>
    <message>
        <source>Enter the name of a header such as CF-Access-Client-Id.</source>
        <translation>请输入请求头名称，例如 CF-Access-Client-Id。</translation>
    </message>
    <message>
        <source>A time limit is shorter than one second.</source>
        <translation>有一项时间限制短于一秒。</translation>
    </message>
    <message>
        <source>Enter at least one second for each time limit.</source>
        <translation>每项时间限制请至少填写一秒。</translation>
    </message>
    <message>
        <source>The number of plugins deployed at a time must be between 1 and 6.</source>
        <translation>同时部署的插件数量必须在 1 到 6 之间。</translation>
    </message>
    <message>
        <source>The certificate file %1 is not there.</source>
        <translation>证书文件 %1 不存在。</translation>
    </message>
    <message>
        <source>Choose a file in PEM format, or leave the field empty.</source>
        <translation>请选择 PEM 格式的文件，或将此项留空。</translation>
    </message>
    <message>
        <source>The proxy needs a host and a port.</source>
        <translation>代理需要填写主机和端口。</translation>
    </message>
    <message>
        <source>Enter both, or choose the system&apos;s proxy.</source>
        <translation>请填写这两项，或选择系统代理。</translation>
    </message>
    <message>
        <source>The server&apos;s address is empty.</source>
        <translation>服务器地址为空。</translation>
    </message>
    <message>
        <source>The server&apos;s address contains a blank.</source>
        <translation>服务器地址中含有空格。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not the address of a server.</source>
        <translation>“%1”不是服务器地址。</translation>
    </message>
    <message>
        <source>The address begins with &quot;%1://&quot;, but Open WebUI is reached by http or https.</source>
        <translation>该地址以“%1://”开头，但 Open WebUI 只能通过 http 或 https 访问。</translation>
    </message>
    <message>
        <source>The server&apos;s address names no host.</source>
        <translation>服务器地址中没有主机名。</translation>
    </message>
    <message>
        <source>The connection has no name.</source>
        <translation>该连接没有名称。</translation>
    </message>
    <message>
        <source>Enter a name to know it by.</source>
        <translation>请输入一个便于识别的名称。</translation>
    </message>
    <message>
        <source>Signing in with a password needs an e-mail address.</source>
        <translation>使用密码登录需要电子邮件地址。</translation>
    </message>
    <message>
        <source>Enter the e-mail address of the account, or sign in by API key.</source>
        <translation>请输入账号的电子邮件地址，或使用 API 密钥登录。</translation>
    </message>
    <message>
        <source>There is no certificate in %1.</source>
        <translation>%1 中没有证书。</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>API 密钥</translation>
    </message>
    <message>
        <source>E-mail and password</source>
        <translation>电子邮件和密码</translation>
    </message>
    <message>
        <source>The system&apos;s</source>
        <translation>系统代理</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>This one:</source>
        <translation>使用此代理：</translation>
    </message>
    <message>
        <source>Look first, then update or create</source>
        <translation>先查询，再更新或创建</translation>
    </message>
    <message>
        <source>Update, then create, without looking</source>
        <translation>不查询，先更新，再创建</translation>
    </message>
    <message>
        <source>Leave it open, and the program finds the number that suits the server.</source>
        <translation>不指定即可，程序会找到适合该服务器的数量。</translation>
    </message>
</context>
<context>
    <name>ConnectionColors</name>
    <message>
        <source>Red</source>
        <translation>红色</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>橙色</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>黄色</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>绿色</translation>
    </message>
    <message>
        <source>Teal</source>
        <translation>青色</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>蓝色</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>紫色</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>灰色</translation>
    </message>
    <message>
        <source>This is a production server: %1.</source>
        <translation>这是生产服务器：%1。</translation>
    </message>
</context>
<context>
    <name>ConnectionDraft</name>
    <message>
        <source>Another connection has this name.</source>
        <translation>已有同名的连接。</translation>
    </message>
    <message>
        <source>Choose a different one.</source>
        <translation>请换一个名称。</translation>
    </message>
</context>
<context>
    <name>Consent</name>
    <message>
        <source>Deploy to a server that is marked as production.</source>
        <translation>部署到标记为生产环境的服务器。</translation>
    </message>
    <message>
        <source>Send it although Python here cannot compile it.</source>
        <translation>即使本机的 Python 无法编译，也照样发送。</translation>
    </message>
    <message>
        <source>Turn the function on the server into another kind.</source>
        <translation>将服务器上的函数改为另一种类型。</translation>
    </message>
    <message>
        <source>Create a second copy beside the one that the server has.</source>
        <translation>在服务器已有的那一份之外再创建一份副本。</translation>
    </message>
    <message>
        <source>Replace the server&apos;s newer version with this older one.</source>
        <translation>用这个较旧的版本替换服务器上较新的版本。</translation>
    </message>
    <message>
        <source>Send it to an Open WebUI that is older than its header asks for.</source>
        <translation>发送到版本低于文件头要求的 Open WebUI。</translation>
    </message>
    <message>
        <source>Let the server run the code once more to learn why it refused to create the plugin.</source>
        <translation>让服务器再运行一次代码，以查明它拒绝创建该插件的原因。</translation>
    </message>
    <message>
        <source>Replace what somebody edited on the server.</source>
        <translation>覆盖有人在服务器上改过的内容。</translation>
    </message>
    <message>
        <source>Replace it although the server has another text than when you looked.</source>
        <translation>服务器上的文本与您查看时不同，仍然替换它。</translation>
    </message>
    <message>
        <source>Send the file as it is now, not as it was when you looked.</source>
        <translation>发送文件现在的内容，而不是您查看时的内容。</translation>
    </message>
    <message>
        <source>Send it although its settings on the server no longer fit.</source>
        <translation>它在服务器上的设置已不再适合，仍然发送。</translation>
    </message>
    <message>
        <source>Replace it although what the server has could not be kept.</source>
        <translation>无法保留服务器上现有的内容，仍然替换它。</translation>
    </message>
    <message>
        <source>Send it although nobody can look at what the server has.</source>
        <translation>即使无人能查看服务器上的内容也发送。</translation>
    </message>
</context>
<context>
    <name>Credential</name>
    <message>
        <source>Copy the whole key again from Settings &gt; Account in Open WebUI.</source>
        <translation>请在 Open WebUI 的“设置 &gt; 账号”中重新复制完整的密钥。</translation>
    </message>
    <message>
        <source>The API key is empty.</source>
        <translation>API 密钥为空。</translation>
    </message>
    <message>
        <source>The API key contains a blank or a line break.</source>
        <translation>API 密钥中含有空格或换行。</translation>
    </message>
    <message>
        <source>The API key contains a character that no key has.</source>
        <translation>API 密钥中含有不可能出现在密钥里的字符。</translation>
    </message>
</context>
<context>
    <name>DeleteJob</name>
    <message>
        <source>It could not be deleted. %1</source>
        <translation>无法删除它。%1</translation>
    </message>
    <message>
        <source>Delete it in Open WebUI&apos;s admin panel.</source>
        <translation>请在 Open WebUI 的管理面板中删除它。</translation>
    </message>
    <message>
        <source>Nobody knows whether it was deleted. %1</source>
        <translation>无法确定它是否已被删除。%1</translation>
    </message>
    <message>
        <source>Look again later.</source>
        <translation>请稍后再查看。</translation>
    </message>
    <message>
        <source>The server still has it.</source>
        <translation>服务器上仍有它。</translation>
    </message>
    <message>
        <source>It is deleted now, with its stored settings.</source>
        <translation>它现已删除，连同其保存的设置。</translation>
    </message>
</context>
<context>
    <name>DeployResult</name>
    <message>
        <source>created</source>
        <translation>已创建</translation>
    </message>
    <message>
        <source>updated</source>
        <translation>已更新</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>无变化</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>outcome unknown</source>
        <translation>结果未知</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>needs a decision</source>
        <translation>需要您决定</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>reading the file</source>
        <translation>正在读取文件</translation>
    </message>
    <message>
        <source>checking the code</source>
        <translation>正在检查代码</translation>
    </message>
    <message>
        <source>looking it up</source>
        <translation>正在查询</translation>
    </message>
    <message>
        <source>looking for other copies</source>
        <translation>正在查找其他副本</translation>
    </message>
    <message>
        <source>updating</source>
        <translation>正在更新</translation>
    </message>
    <message>
        <source>creating</source>
        <translation>正在创建</translation>
    </message>
    <message>
        <source>reading it back</source>
        <translation>正在回读</translation>
    </message>
    <message>
        <source>asking for the reason</source>
        <translation>正在询问原因</translation>
    </message>
    <message>
        <source>finding out what happened</source>
        <translation>正在查明结果</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>已删除</translation>
    </message>
    <message>
        <source>switched on</source>
        <translation>已启用</translation>
    </message>
    <message>
        <source>switched off</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>已恢复</translation>
    </message>
    <message>
        <source>switching it</source>
        <translation>正在切换</translation>
    </message>
    <message>
        <source>sent, being proved</source>
        <translation>已发送，正在核实</translation>
    </message>
</context>
<context>
    <name>DeployWords</name>
    <message>
        <source>Unchanged: the server already has exactly this.</source>
        <translation>无变化：服务器上的内容与此完全相同。</translation>
    </message>
    <message>
        <source>Unchanged: the server already has exactly this, version %1.</source>
        <translation>无变化：服务器上的内容与此完全相同，版本为 %1。</translation>
    </message>
    <message>
        <source>Created.</source>
        <translation>已创建。</translation>
    </message>
    <message>
        <source>Created, the server has %1.</source>
        <translation>已创建，服务器上的版本为 %1。</translation>
    </message>
    <message>
        <source>It is switched on.</source>
        <translation>它已启用。</translation>
    </message>
    <message>
        <source>It is switched off.</source>
        <translation>它已停用。</translation>
    </message>
    <message>
        <source>Python here cannot compile it either: %1</source>
        <translation>本机的 Python 也无法编译它：%1</translation>
    </message>
    <message>
        <source>The syntax is fine here, so a missing package or an error while the code loads is likely.</source>
        <translation>在本机检查语法没有问题，因此很可能是缺少软件包，或者代码在加载时出错。</translation>
    </message>
    <message>
        <source>(While %1, HTTP %2.)</source>
        <translation>（当时%1，HTTP %2。）</translation>
    </message>
    <message>
        <source>(While %1.)</source>
        <translation>（当时%1。）</translation>
    </message>
    <message>
        <source>Cancelled before anything was sent.</source>
        <translation>在发送任何内容之前已取消。</translation>
    </message>
    <message>
        <source>A tool is looked up first whatever the order: up to Open WebUI 0.7.2 an update that does not repeat who may use it gives it to everybody.</source>
        <translation>无论顺序如何，工具总是先查询：在 Open WebUI 0.7.2 及更早版本中，更新若不重复说明谁可以使用它，就会对所有人开放。</translation>
    </message>
    <message>
        <source>Updated, the server names no version.</source>
        <translation>已更新，服务器未给出版本。</translation>
    </message>
    <message>
        <source>Updated, the server has %1.</source>
        <translation>已更新，服务器上为 %1。</translation>
    </message>
    <message>
        <source>Updated, the server has %1 (was %2).</source>
        <translation>已更新，服务器上为 %1（原为 %2）。</translation>
    </message>
</context>
<context>
    <name>EnvFile</name>
    <message>
        <source>Choose the .env file that holds the address and the key.</source>
        <translation>请选择包含地址和密钥的 .env 文件。</translation>
    </message>
    <message>
        <source>%1 holds neither an address nor a key.</source>
        <translation>%1 中既没有地址也没有密钥。</translation>
    </message>
    <message>
        <source>Looked for: url, OPENWEBUI_URL or OPENWEBUI_BASE_URL, and api_key or OPENWEBUI_API_KEY.</source>
        <translation>查找的名称：url、OPENWEBUI_URL 或 OPENWEBUI_BASE_URL，以及 api_key 或 OPENWEBUI_API_KEY。</translation>
    </message>
    <message>
        <source>%1 holds the address %2 but no key.</source>
        <translation>%1 中有地址 %2，但没有密钥。</translation>
    </message>
    <message>
        <source>%1 holds a key but no address.</source>
        <translation>%1 中有密钥，但没有地址。</translation>
    </message>
    <message>
        <source>The address in %1 cannot be used. %2</source>
        <translation>%1 中的地址无法使用。%2</translation>
    </message>
    <message>
        <source>The file %1 cannot be read: %2.</source>
        <translation>无法读取文件 %1：%2。</translation>
    </message>
    <message>
        <source>Add the line OPENWEBUI_API_KEY=KEY to it.</source>
        <translation>请在其中添加一行 OPENWEBUI_API_KEY=KEY。</translation>
    </message>
    <message>
        <source>Add the line OPENWEBUI_URL=ADDRESS to it.</source>
        <translation>请在其中添加一行 OPENWEBUI_URL=ADDRESS。</translation>
    </message>
    <message>
        <source>Address and key are only taken together from one file, so that no key reaches a server that it was not meant for.</source>
        <translation>地址和密钥只从同一个文件中一起读取，以免密钥被发送到不该收到它的服务器。</translation>
    </message>
</context>
<context>
    <name>EnvImport</name>
    <message>
        <source>Import from .env</source>
        <translation>从 .env 导入</translation>
    </message>
    <message>
        <source>Found in %1:</source>
        <translation>在 %1 中找到：</translation>
    </message>
    <message>
        <source>Address: %1
Key: found, not shown

Make a new connection from both?</source>
        <translation>地址：%1
密钥：已找到，不显示

要用这两项新建一个连接吗？</translation>
    </message>
    <message>
        <source>&amp;Add connection</source>
        <translation>添加连接(&amp;A)</translation>
    </message>
    <message>
        <source>Settings of the scripts (.env *.env .env.*);;All files (*)</source>
        <translation>脚本的设置 (.env *.env .env.*);;所有文件 (*)</translation>
    </message>
</context>
<context>
    <name>FailureStory</name>
    <message>
        <source>The reason is only in the server&apos;s log.</source>
        <translation>原因只记录在服务器的日志中。</translation>
    </message>
    <message>
        <source>Since then the server does not answer. Code that ends the program while it loads, such as sys.exit(), stops Open WebUI up to 0.10.</source>
        <translation>此后服务器不再响应。加载时会结束程序的代码（例如 sys.exit()）会使 0.10 及更早版本的 Open WebUI 停止运行。</translation>
    </message>
    <message>
        <source>The server fails also when it is asked what it has now. It may be ending: code that ends the program while it loads, such as sys.exit(), stops Open WebUI up to 0.10.</source>
        <translation>询问服务器现有内容时也失败了。服务器可能正在停止：加载时会结束程序的代码（例如 sys.exit()）会使 0.10 及更早版本的 Open WebUI 停止运行。</translation>
    </message>
    <message>
        <source>The server does not have it.</source>
        <translation>服务器上没有它。</translation>
    </message>
    <message>
        <source>What the server has now could not be read.</source>
        <translation>无法读取服务器上现有的内容。</translation>
    </message>
    <message>
        <source>The server keeps what it had.</source>
        <translation>服务器保留了原有的内容。</translation>
    </message>
    <message>
        <source>The function is off now; whether it was on before is not known.</source>
        <translation>该函数现在已停用；不知道之前是否启用。</translation>
    </message>
    <message>
        <source>It was deleted on the server while it was being deployed.</source>
        <translation>在部署过程中，它在服务器上被删除了。</translation>
    </message>
    <message>
        <source>Deploy it again to create it.</source>
        <translation>请再次部署以创建它。</translation>
    </message>
    <message>
        <source>The server switched the function off for everybody.</source>
        <translation>服务器已对所有人停用该函数。</translation>
    </message>
    <message>
        <source>Switch the old version on again, then mend the file.</source>
        <translation>请先重新启用旧版本，然后修正文件。</translation>
    </message>
    <message>
        <source>Someone else created it while it was being deployed. It was left as it is.</source>
        <translation>在部署过程中，其他人创建了它。程序没有改动它。</translation>
    </message>
    <message>
        <source>Deploy it again to update it.</source>
        <translation>请再次部署以更新它。</translation>
    </message>
    <message>
        <source>The server refused to create it, yet it is there now.</source>
        <translation>服务器拒绝创建它，但它现在却已存在。</translation>
    </message>
    <message>
        <source>Look at it on the server; delete it there if it should not stay.</source>
        <translation>请在服务器上查看它；如果不应保留，请在那里删除。</translation>
    </message>
    <message>
        <source>Nothing was stored.</source>
        <translation>没有保存任何内容。</translation>
    </message>
    <message>
        <source>Try again and ask for the reason: for the question the server runs the code, and pip, once more. Or look into its log.</source>
        <translation>再试一次并询问原因：为此服务器会再运行一次代码和 pip。或者查看服务器日志。</translation>
    </message>
    <message>
        <source>The server has exactly what was sent. Deploy it again to see whether it loads.</source>
        <translation>服务器上的内容与发送的完全一致。请重新部署，看看它能否加载。</translation>
    </message>
</context>
<context>
    <name>FileChange</name>
    <message>
        <source>it is no file of this folder</source>
        <translation>它不是此文件夹中的文件</translation>
    </message>
    <message>
        <source>it is read-only</source>
        <translation>它是只读的</translation>
    </message>
    <message>
        <source>it has several names (hard links), which would part</source>
        <translation>它有多个名称（硬链接），写入会使它们分离</translation>
    </message>
    <message>
        <source>it belongs to somebody else</source>
        <translation>它属于其他用户</translation>
    </message>
    <message>
        <source>it was written, but not given back to its owner (%1)</source>
        <translation>已写入，但未能交还其所有者（%1）</translation>
    </message>
    <message>
        <source>“%1” was changed meanwhile.</source>
        <translation>“%1”在此期间被修改了。</translation>
    </message>
    <message>
        <source>Look at it and try again.</source>
        <translation>请查看后重试。</translation>
    </message>
    <message>
        <source>“%1” cannot be changed: %2.</source>
        <translation>无法修改“%1”：%2。</translation>
    </message>
</context>
<context>
    <name>FileReading</name>
    <message>
        <source>nobody writes into this pipe</source>
        <translation>没有程序向此管道写入</translation>
    </message>
    <message>
        <source>it is too large</source>
        <translation>文件过大</translation>
    </message>
    <message>
        <source>it is no regular file</source>
        <translation>它不是普通文件</translation>
    </message>
</context>
<context>
    <name>FileWriter</name>
    <message>
        <source>nobody reads from it</source>
        <translation>没有程序从中读取</translation>
    </message>
    <message>
        <source>its links lead in a circle</source>
        <translation>其链接构成循环</translation>
    </message>
</context>
<context>
    <name>Finding</name>
    <message>
        <source>The file starts with a byte order mark. With it the server would read no header and refuse the code.</source>
        <translation>文件以字节顺序标记（BOM）开头。若带着它发送，服务器将读不到文件头，并拒绝代码。</translation>
    </message>
    <message>
        <source>It is not sent. Save the file as UTF-8 without byte order mark to be rid of it everywhere.</source>
        <translation>发送时会去掉它。若要彻底去除，请将文件保存为不带 BOM 的 UTF-8。</translation>
    </message>
    <message>
        <source>The header does not start on the first line, so the server reads no title and no version and installs no requirements.</source>
        <translation>文件头不是从第一行开始的，因此服务器读不到标题和版本，也不会安装依赖。</translation>
    </message>
    <message>
        <source>Move the line with the three double quotes to the very first line, above comments, blank lines and &quot;#!&quot;.</source>
        <translation>请将三个双引号所在的行移到最前面的第一行，放在注释、空行和“#!”之前。</translation>
    </message>
    <message>
        <source>Text follows the opening quotes (&quot;%1&quot;), so the server reads nothing of this header: no title, no version, no requirements.</source>
        <translation>开头的引号后面还有文字（“%1”），因此服务器完全读不到这个文件头：没有标题、版本和依赖。</translation>
    </message>
    <message>
        <source>Leave the three double quotes alone on the first line and start the fields on the next one.</source>
        <translation>请让三个双引号单独占第一行，从下一行开始写各个字段。</translation>
    </message>
    <message>
        <source>The header stands in single quotes (&apos;&apos;&apos;), so the server reads nothing of it: no title, no version, no requirements.</source>
        <translation>文件头使用了单引号（&apos;&apos;&apos;），因此服务器完全读不到它：没有标题、版本和依赖。</translation>
    </message>
    <message>
        <source>Open and close the header with three double quotes.</source>
        <translation>请用三个双引号作为文件头的开头和结尾。</translation>
    </message>
    <message>
        <source>The header opens with %1, so the server reads nothing of it: no title, no version, no requirements.</source>
        <translation>文件头以 %1 开头，因此服务器完全读不到它：没有标题、版本和依赖。</translation>
    </message>
    <message>
        <source>Remove the letter before the three double quotes.</source>
        <translation>请删除三个双引号前面的字母。</translation>
    </message>
    <message>
        <source>The file has no header, so the server knows no title and no version and installs no requirements.</source>
        <translation>文件没有文件头，因此服务器不知道标题和版本，也不会安装依赖。</translation>
    </message>
    <message>
        <source>Start the file with a line of three double quotes, then lines such as &quot;title: My plugin&quot; and &quot;version: 1.0.0&quot;, then three double quotes.</source>
        <translation>请在文件开头写一行三个双引号，接着写“title: My plugin”和“version: 1.0.0”这样的行，最后再写三个双引号。</translation>
    </message>
    <message>
        <source>The header is not closed, so the server takes lines of code for fields.</source>
        <translation>文件头没有结束，因此服务器会把代码行当作字段。</translation>
    </message>
    <message>
        <source>Close the header with a line of three double quotes.</source>
        <translation>请用一行三个双引号结束文件头。</translation>
    </message>
    <message>
        <source>The field &quot;%1&quot; has capital letters. The server keeps it under that name, and nothing reads it there.</source>
        <translation>字段“%1”含有大写字母。服务器会按这个名称保存它，但不会有任何地方读取它。</translation>
    </message>
    <message>
        <source>Write the field&apos;s name in small letters.</source>
        <translation>请用小写字母书写字段名。</translation>
    </message>
    <message>
        <source>The server does not read the field &quot;%1&quot;: a name has only letters and underscores, and the colon follows at once.</source>
        <translation>服务器不读取字段“%1”：字段名只能包含字母和下划线，并且后面必须紧跟冒号。</translation>
    </message>
    <message>
        <source>Write the name with letters and underscores only, directly followed by an ordinary colon.</source>
        <translation>字段名请只使用字母和下划线，并紧跟一个半角冒号。</translation>
    </message>
    <message>
        <source>The value of &quot;%1&quot; stands in quotes, and the server keeps the quotes as part of it.</source>
        <translation>“%1”的值写在引号里，服务器会把引号当作值的一部分。</translation>
    </message>
    <message>
        <source>Remove the quotes around the value.</source>
        <translation>请去掉值两侧的引号。</translation>
    </message>
    <message>
        <source>The value of &quot;%1&quot; goes on over several lines. The server reads only the first one, and a line with a colon as a field of its own.</source>
        <translation>“%1”的值占了多行。服务器只读取第一行，并把含有冒号的行当作另一个字段。</translation>
    </message>
    <message>
        <source>Write the whole value on one line.</source>
        <translation>请将整个值写在一行内。</translation>
    </message>
    <message>
        <source>Three double quotes stand inside a line (&quot;%1&quot;). The server ends the header there and reads neither that line nor what follows.</source>
        <translation>某一行中间出现了三个双引号（“%1”）。服务器会在那里结束文件头，既不读取该行，也不读取后面的内容。</translation>
    </message>
    <message>
        <source>Use other quotes inside the value, and put the closing quotes on a line of their own.</source>
        <translation>值里面请使用其他引号，并让结束的三个双引号单独占一行。</translation>
    </message>
    <message>
        <source>&quot;requirements&quot; is written as a list, which the server does not understand: it installs none of them, or fails.</source>
        <translation>“requirements”写成了列表，服务器无法识别：要么一个也不安装，要么安装失败。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; in &quot;requirements&quot; has a comma inside. The server cuts at every comma, and pip then fails.</source>
        <translation>“requirements”中的“%1”含有逗号。服务器会在每个逗号处拆分，导致 pip 失败。</translation>
    </message>
    <message>
        <source>Give one condition per package, for example pandas~=1.5, and one extra at a time.</source>
        <translation>每个软件包请只写一个条件，例如 pandas~=1.5，并且一次只写一个 extra。</translation>
    </message>
    <message>
        <source>The header has no version, so nobody can tell this text from an older or newer one by its version.</source>
        <translation>文件头没有版本，因此无法通过版本区分这份内容与更旧或更新的内容。</translation>
    </message>
    <message>
        <source>Add a line such as &quot;version: 1.0.0&quot; to the header.</source>
        <translation>请在文件头中添加一行，例如“version: 1.0.0”。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be compared with other versions.</source>
        <translation>“%1”无法与其他版本比较。</translation>
    </message>
    <message>
        <source>Write the field &quot;version&quot; as numbers with dots, such as 1.2.3, with nothing behind it on the line.</source>
        <translation>请将字段“version”写成用点分隔的数字，例如 1.2.3，并且该行后面不要有其他内容。</translation>
    </message>
    <message>
        <source>The folder &quot;%1&quot; says another kind than the classes of the code. The code decides.</source>
        <translation>文件夹“%1”表示的类型与代码中的类不一致。以代码为准。</translation>
    </message>
    <message>
        <source>The file has several of the names that make a plugin: %1. The server uses only one of them.</source>
        <translation>文件中有多个可构成插件的名称：%1。服务器只会使用其中一个。</translation>
    </message>
    <message>
        <source>Give each plugin a file of its own, and import other classes under another name.</source>
        <translation>请让每个插件单独使用一个文件，并以别的名称导入其他类。</translation>
    </message>
    <message>
        <source>Neither the header nor the file name (&quot;%1&quot;) gives a valid id, so the plugin cannot be deployed.</source>
        <translation>文件头和文件名（“%1”）都无法得出有效的 ID，因此无法部署该插件。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be an id as it is written, so the id differs from it.</source>
        <translation>“%1”按原样不能用作 ID，因此实际的 ID 与它不同。</translation>
    </message>
    <message>
        <source>Another file of this folder has the same id: %1. Only one of them can be deployed.</source>
        <translation>此文件夹中另有文件使用相同的 ID：%1。只能部署其中一个。</translation>
    </message>
    <message>
        <source>Use this file and exclude the others, or exclude this one, or give it an id of its own.</source>
        <translation>请使用此文件并排除其他文件，或排除此文件，或为它另设一个 ID。</translation>
    </message>
    <message>
        <source>Python refuses the code: %1.</source>
        <translation>Python 拒绝了代码：%1。</translation>
    </message>
    <message>
        <source>Mend the code before you deploy it. Servers up to 0.11 switch a function off when its new code does not load.</source>
        <translation>请在部署前修正代码。0.11 及更早版本的服务器会在新代码无法加载时停用该函数。</translation>
    </message>
    <message>
        <source>The code was not checked: %1.</source>
        <translation>代码未经检查：%1。</translation>
    </message>
    <message>
        <source>Install Python 3.11 or newer to have the code checked before it is sent.</source>
        <translation>请安装 Python 3.11 或更高版本，以便在发送前检查代码。</translation>
    </message>
    <message>
        <source>Further findings about the header are left out: %1.</source>
        <translation>关于文件头的其他发现未列出：%1 条。</translation>
    </message>
    <message>
        <source>Mend what is told first, then look again.</source>
        <translation>请先修正已列出的问题，然后再次查看。</translation>
    </message>
    <message>
        <source>Write the packages on one line, separated by commas: requirements: httpx, pandas</source>
        <translation>请把软件包写在一行中，用逗号分隔：requirements: httpx, pandas</translation>
    </message>
    <message>
        <source>Nothing else depends on the folder&apos;s name. Move the file to the folder of its kind if people would look for it there.</source>
        <translation>其他一切都与文件夹名称无关。如果人们会到对应类型的文件夹中找它，请把文件移到那里。</translation>
    </message>
    <message>
        <source>The export says &quot;%1&quot;, which is another kind than the classes of the code. The code decides.</source>
        <translation>导出文件中写的是“%1”，与代码中的类不一致。以代码为准。</translation>
    </message>
    <message>
        <source>Look whether the export was changed after it was made.</source>
        <translation>请查看导出文件生成后是否被修改过。</translation>
    </message>
    <message>
        <source>The server will tell whether it loads.</source>
        <translation>能否加载，服务器会告知。</translation>
    </message>
    <message>
        <source>Python 3.11, which Open WebUI&apos;s image has, refuses this: %1.</source>
        <translation>Open WebUI 镜像中的 Python 3.11 拒绝这段代码：%1。</translation>
    </message>
    <message>
        <source>Write it as Python 3.11 knows it, unless your server runs a newer Python. Open WebUI&apos;s package takes 3.11 and 3.12.</source>
        <translation>请改用 Python 3.11 支持的写法，除非您的服务器运行更新的 Python。Open WebUI 的软件包支持 3.11 和 3.12。</translation>
    </message>
    <message>
        <source>Add a line such as &quot;id: my_plugin&quot; to the header, or set an id here: letters, digits and underscores, not starting with a digit, at most 200 bytes.</source>
        <translation>请在文件头中添加一行，例如“id: my_plugin”，或在此处设置 ID：由字母、数字和下划线组成，不以数字开头，最多 200 字节。</translation>
    </message>
    <message>
        <source>Write the header&apos;s field &quot;id&quot; in small letters, digits and underscores, or set an id here.</source>
        <translation>请将文件头的“id”字段写成小写字母、数字和下划线，或在此处设置 ID。</translation>
    </message>
</context>
<context>
    <name>FolderDecisions</name>
    <message>
        <source>Mend or remove the file. It is not overwritten as long as it is broken.</source>
        <translation>请修正或删除该文件。只要它是损坏的，程序就不会覆盖它。</translation>
    </message>
    <message>
        <source>Update this program. The file is not overwritten.</source>
        <translation>请更新本程序。该文件不会被覆盖。</translation>
    </message>
    <message>
        <source>it cannot be read as a text file</source>
        <translation>无法将其作为文本文件读取</translation>
    </message>
    <message>
        <source>it is no file of this program</source>
        <translation>它不是本程序的文件</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is neither a path inside the folder nor a valid id</source>
        <translation>“%1”既不是文件夹内的路径，也不是有效的 ID</translation>
    </message>
    <message>
        <source>&quot;%1&quot; could not be written: %2. The decision about the file was not kept.</source>
        <translation>无法写入“%1”：%2。关于该文件的决定没有保存。</translation>
    </message>
    <message>
        <source>Check that you may write to the folder, then decide again.</source>
        <translation>请检查您是否有权写入该文件夹，然后重新决定。</translation>
    </message>
    <message>
        <source>The decisions about this folder in &quot;%1&quot; cannot be used: %2. No id that was set and no excluded file is known.</source>
        <translation>无法使用“%1”中关于此文件夹的决定：%2。已设置的 ID 和已排除的文件均未知。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was written by a newer release of this program (format %2). No id that was set and no excluded file is known.</source>
        <translation>“%1”由本程序的较新版本写入（格式 %2）。已设置的 ID 和已排除的文件均未知。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is neither true nor false</source>
        <translation>“%1”既不是 true 也不是 false</translation>
    </message>
</context>
<context>
    <name>FolderScan</name>
    <message>
        <source>Choose a folder with plugins that you may read.</source>
        <translation>请选择包含插件且您有权读取的文件夹。</translation>
    </message>
    <message>
        <source>There is no folder &quot;%1&quot;.</source>
        <translation>文件夹“%1”不存在。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is neither a folder nor a file.</source>
        <translation>“%1”既不是文件夹也不是文件。</translation>
    </message>
    <message>
        <source>The folder &quot;%1&quot; cannot be read.</source>
        <translation>无法读取文件夹“%1”。</translation>
    </message>
    <message>
        <source>The folder &quot;%1&quot; cannot be read: %2. Its plugins are missing.</source>
        <translation>无法读取文件夹“%1”：%2。其中的插件未列出。</translation>
    </message>
    <message>
        <source>Check its permissions, then rescan.</source>
        <translation>请检查它的权限，然后重新扫描。</translation>
    </message>
</context>
<context>
    <name>FunctionSwitch</name>
    <message>
        <source>It is on now.</source>
        <translation>现在已启用。</translation>
    </message>
    <message>
        <source>It is off now.</source>
        <translation>现在已停用。</translation>
    </message>
    <message>
        <source>Look again before you switch it once more.</source>
        <translation>再次切换之前请重新查看。</translation>
    </message>
    <message>
        <source>Nobody knows whether it was switched. %1</source>
        <translation>不知道它是否已被切换。%1</translation>
    </message>
    <message>
        <source>It could not be switched on. %1</source>
        <translation>无法启用它。%1</translation>
    </message>
    <message>
        <source>It could not be switched off. %1</source>
        <translation>无法停用它。%1</translation>
    </message>
    <message>
        <source>The server answered that it was switched on, but it is off.</source>
        <translation>服务器答复说已启用，但它是停用的。</translation>
    </message>
    <message>
        <source>The server answered that it was switched off, but it is on.</source>
        <translation>服务器答复说已停用，但它是启用的。</translation>
    </message>
</context>
<context>
    <name>GitFolder</name>
    <message>
        <source>The checkout &quot;%1&quot; belongs to another user (Git: &quot;dubious ownership&quot;), so its history is not read: a text of an earlier commit cannot be told from one that was edited on the server.</source>
        <translation>检出目录“%1”属于另一位用户（Git：“dubious ownership”），因此不会读取其历史：无法区分早先提交的文本和在服务器上编辑过的文本。</translation>
    </message>
    <message>
        <source>If you trust it: git config --global --add safe.directory %1</source>
        <translation>如果您信任它：git config --global --add safe.directory %1</translation>
    </message>
</context>
<context>
    <name>GoBack</name>
    <message>
        <source>Taken back</source>
        <translation>已恢复</translation>
    </message>
    <message>
        <source>Taken back to %1</source>
        <translation>已恢复到 %1</translation>
    </message>
    <message>
        <source>It was shared with others then. Who may use it stays as it is now; look at its access on the server.</source>
        <translation>当时它与他人共享。使用权限保持现状；请在服务器上检查其访问权限。</translation>
    </message>
    <message>
        <source>Stored settings are not brought back. These have their default again: %1.</source>
        <translation>保存的设置不会恢复。以下设置恢复为默认值：%1。</translation>
    </message>
    <message>
        <source>Only its owner can use it now. Share it again on the server if others should use it.</source>
        <translation>现在只有其所有者可以使用它。若其他人也要使用，请在服务器上重新共享。</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>The list</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>Each row is a plugin of the folder, or one that only the server has. The folder is watched: what you save in an editor shows here by itself.</source>
        <translation>每一行是文件夹中的一个插件，或仅存在于服务器上的插件。程序会监视文件夹：在编辑器中保存的内容会自动显示在这里。</translation>
    </message>
    <message>
        <source>Plugin</source>
        <translation>插件</translation>
    </message>
    <message>
        <source>Its title, and below it the id that it has on the server.</source>
        <translation>标题，下方是它在服务器上的 ID。</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>本地</translation>
    </message>
    <message>
        <source>The version in your file.</source>
        <translation>您的文件中的版本。</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>The version on the server. A star says that its text was edited there.</source>
        <translation>服务器上的版本。星号表示其文本在服务器上被编辑过。</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>How the two compare. Where the last operation failed, why.</source>
        <translation>两者的比较结果。若上次操作失败，则显示原因。</translation>
    </message>
    <message>
        <source>On</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>Whether the function is switched on; a click switches it. A new function is off until you switch it on. For a tool, who may use it.</source>
        <translation>函数是否已启用；点击即可切换。新函数在您启用之前处于停用状态。对于工具，显示谁可以使用它。</translation>
    </message>
    <message>
        <source>The button</source>
        <translation>按钮</translation>
    </message>
    <message>
        <source>What it would do now: create, update, or look at it first.</source>
        <translation>现在会执行的操作：创建、更新，或先查看。</translation>
    </message>
    <message>
        <source>The plan</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>Deploying several plugins shows a plan first: what would be created, updated or left alone, and what to know before. Nothing is sent before you agree. A production server always shows its plan. What would destroy something, such as a text that was edited on the server, is not ticked until you tick it.</source>
        <translation>部署多个插件时会先显示计划：将创建、更新或保持不变的内容，以及需要事先了解的事项。在您同意之前不会发送任何内容。生产服务器总是会显示计划。会破坏内容的操作（例如覆盖在服务器上编辑过的文本）默认不勾选，需由您勾选。</translation>
    </message>
    <message>
        <source>Going back</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Before each change, what the server has is kept on this computer. “History…” of a plugin takes it back to an earlier version, and “Undo last deployment…” in the menu Deploy takes back all that was deployed last.</source>
        <translation>每次更改之前，服务器上的内容都会保存在这台计算机上。插件的“历史…”可将其恢复到较早的版本，“部署”菜单中的“撤销上次部署…”可撤回上次部署的全部内容。</translation>
    </message>
    <message>
        <source>Trying it out</source>
        <translation>试用</translation>
    </message>
    <message>
        <source>The practice server in the menu Server runs on this computer and forgets everything when the program ends. Nothing that you do there reaches anybody.</source>
        <translation>“服务器”菜单中的练习服务器在这台计算机上运行，程序结束时会忘记一切。您在那里做的任何事都不会影响他人。</translation>
    </message>
    <message>
        <source>Select the row, or leave it out again</source>
        <translation>选中该行，或取消选中</translation>
    </message>
    <message>
        <source>Show the differences of the row, or open its file</source>
        <translation>显示该行的差异，或打开其文件</translation>
    </message>
    <message>
        <source>What else can be done with the row</source>
        <translation>可对该行执行的其他操作</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>版本 %1</translation>
    </message>
    <message>
        <source>Deploys Open WebUI plugins from a folder.</source>
        <translation>从文件夹部署 Open WebUI 插件。</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>GPL-2.0, with permission to link to it</source>
        <translation>GPL-2.0，允许与其链接</translation>
    </message>
    <message>
        <source>public domain</source>
        <translation>公有领域</translation>
    </message>
    <message>
        <source>Deploy on save</source>
        <translation>保存即部署</translation>
    </message>
    <message>
        <source>While this is ticked, each plugin is sent as soon as an editor has saved it. What does not compile is not sent, and what needs a decision waits on its row. Many files at once, as when a branch is switched, are planned instead. It ends with another folder or server, and with the program.</source>
        <translation>勾选后，编辑器一保存插件就会发送它。不能编译的不会发送，需要决定的会在它的行上等待。一次改动许多文件（例如切换分支）时，改为显示计划。换文件夹、换服务器或退出程序时，它就关闭。</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>Another program has been busy with the history for too long.</source>
        <translation>另一个程序占用历史记录的时间过长。</translation>
    </message>
    <message>
        <source>Wait a moment, or close the other window, then try again.</source>
        <translation>请稍候，或关闭另一个窗口，然后重试。</translation>
    </message>
    <message>
        <source>The history cannot be kept in %1. %2</source>
        <translation>无法在 %1 中保存历史记录。%2</translation>
    </message>
    <message>
        <source>Look at the folder&apos;s rights and at the room on the disk.</source>
        <translation>请检查文件夹的权限和磁盘空间。</translation>
    </message>
    <message>
        <source>The history was written by a newer release of this program, so it is not touched.</source>
        <translation>历史记录由本程序的较新版本写入，因此不会改动它。</translation>
    </message>
    <message>
        <source>Use the newer release, or move %1 away.</source>
        <translation>请使用较新版本，或移走 %1。</translation>
    </message>
    <message>
        <source>The history %1 is broken, and it could not be moved aside.</source>
        <translation>历史记录 %1 已损坏，且无法移开。</translation>
    </message>
    <message>
        <source>Move the file away yourself; a new one is then begun.</source>
        <translation>请自行移走该文件，然后会新建一个。</translation>
    </message>
    <message>
        <source>The history was broken. A new one was begun; what was there is kept as %1.</source>
        <translation>历史记录已损坏，现已新建。原有内容保存为 %1。</translation>
    </message>
    <message>
        <source>What was deployed before cannot be taken back from here.</source>
        <translation>之前部署的内容无法从这里恢复。</translation>
    </message>
    <message>
        <source>The history %1 cannot be written.</source>
        <translation>无法写入历史记录 %1。</translation>
    </message>
    <message>
        <source>Look at the file&apos;s rights.</source>
        <translation>请检查文件的权限。</translation>
    </message>
    <message>
        <source>The disk is full; the history %1 could not be written.</source>
        <translation>磁盘已满，无法写入历史记录 %1。</translation>
    </message>
    <message>
        <source>Make room on the disk.</source>
        <translation>请腾出磁盘空间。</translation>
    </message>
    <message>
        <source>The history %1 is broken.</source>
        <translation>历史记录 %1 已损坏。</translation>
    </message>
    <message>
        <source>Move the file away; a new one is then begun.</source>
        <translation>请移走该文件，然后会新建一个。</translation>
    </message>
    <message>
        <source>The history %1 could not be used. %2</source>
        <translation>无法使用历史记录 %1。%2</translation>
    </message>
    <message>
        <source>Look at the room on the disk and at the file&apos;s rights.</source>
        <translation>请检查磁盘空间和文件的权限。</translation>
    </message>
    <message>
        <source>updated</source>
        <translation>已更新</translation>
    </message>
    <message>
        <source>created</source>
        <translation>已创建</translation>
    </message>
    <message>
        <source>switched on or off</source>
        <translation>已切换开关</translation>
    </message>
    <message>
        <source>gone back</source>
        <translation>已恢复</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>已删除</translation>
    </message>
    <message>
        <source>update</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>create</source>
        <translation>创建</translation>
    </message>
    <message>
        <source>switch on or off</source>
        <translation>切换开关</translation>
    </message>
    <message>
        <source>go back</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>%1: sent, outcome unknown</source>
        <translation>%1：已发送，结果未知</translation>
    </message>
    <message>
        <source>%1: failed</source>
        <translation>%1：失败</translation>
    </message>
    <message>
        <source>%1: outcome unknown</source>
        <translation>%1：结果未知</translation>
    </message>
    <message>
        <source>%1: not sent</source>
        <translation>%1：未发送</translation>
    </message>
    <message>
        <source>The history has no entry %1 any more.</source>
        <translation>历史记录中已没有条目 %1。</translation>
    </message>
    <message>
        <source>The history has no entry %1.</source>
        <translation>历史记录中没有条目 %1。</translation>
    </message>
    <message>
        <source>Look at the list; old entries are removed in time.</source>
        <translation>请查看列表；旧条目会逐渐被清除。</translation>
    </message>
    <message>
        <source>The history does not have this text any more.</source>
        <translation>历史记录中已没有这段文本。</translation>
    </message>
    <message>
        <source>Choose another entry; old ones are removed in time.</source>
        <translation>请选择其他条目；旧条目会逐渐被清除。</translation>
    </message>
    <message>
        <source>changed on the server</source>
        <translation>在服务器上更改</translation>
    </message>
    <message>
        <source>switched on</source>
        <translation>已启用</translation>
    </message>
    <message>
        <source>switched off</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>Wait a moment, or close the other window, then try again. If there is none, remove %1.</source>
        <translation>请稍候，或关闭另一个窗口，然后重试。如果没有其他窗口，请删除 %1。</translation>
    </message>
    <message>
        <source>The disk refused to read or write the history %1.</source>
        <translation>磁盘拒绝读取或写入历史记录 %1。</translation>
    </message>
    <message>
        <source>Look at the room on the disk, and whether it is sound.</source>
        <translation>请检查磁盘的剩余空间以及磁盘是否完好。</translation>
    </message>
</context>
<context>
    <name>ImportRemedy</name>
    <message>
        <source>“%1” is a part of Open WebUI that the server&apos;s release does not have: the code was written for another release. Take the plugin&apos;s version for this release, or change the import.</source>
        <translation>“%1”属于 Open WebUI，但服务器的版本中没有它：这段代码是为另一个版本编写的。请使用适合此版本的插件，或修改导入语句。</translation>
    </message>
    <message>
        <source>“%1” is in your folder (%2), and the server gets the plugin&apos;s own file only. Move what is used of it into that file, or make it a package that pip can install.</source>
        <translation>“%1”在您的文件夹中（%2），而服务器只会收到插件自己的文件。请把用到的内容移到该文件中，或做成 pip 可以安装的软件包。</translation>
    </message>
    <message>
        <source>The server has “%1” in a version without this name. Ask for the version that you need in the header&apos;s requirements.</source>
        <translation>服务器上“%1”的版本没有这个名称。请在文件头的 requirements 中写明所需的版本。</translation>
    </message>
    <message>
        <source>The header asks for “%1” already, but the server did not install it: it may be offline, or pip is switched off there. Have the package installed on the server, or allow pip.</source>
        <translation>文件头已经要求“%1”，但服务器没有安装它：可能处于离线状态，或关闭了 pip。请让人在服务器上安装该软件包，或允许使用 pip。</translation>
    </message>
    <message>
        <source>Add the package that brings “%1” to the requirements in the plugin&apos;s header, or have it installed on the server.</source>
        <translation>请把提供“%1”的软件包加到插件文件头的 requirements 中，或让人在服务器上安装它。</translation>
    </message>
</context>
<context>
    <name>LocalCheck</name>
    <message>
        <source>the code may need Python %1, and this computer has %2 (%3)</source>
        <translation>代码可能需要 Python %1，而本机的版本为 %2（%3）</translation>
    </message>
    <message>
        <source>it is nested too deeply</source>
        <translation>嵌套层次过深</translation>
    </message>
    <message>
        <source>Python gave no answer that can be read</source>
        <translation>Python 没有给出可读取的结果</translation>
    </message>
    <message>
        <source>Python did not answer within 10 seconds</source>
        <translation>Python 在 10 秒内没有响应</translation>
    </message>
    <message>
        <source>no Python was found on this computer</source>
        <translation>本机上没有找到 Python</translation>
    </message>
    <message>
        <source>Python stopped while it read the code</source>
        <translation>Python 在读取代码时停止了</translation>
    </message>
    <message>
        <source>Python needs too much memory for it</source>
        <translation>Python 处理它需要过多内存</translation>
    </message>
    <message>
        <source>The code was checked with Python %1. Open WebUI&apos;s image has %2: syntax that is newer is recognised, what else %2 may refuse is not.</source>
        <translation>代码是用 Python %1 检查的。Open WebUI 镜像中是 %2：较新的语法可以识别，%2 可能拒绝的其他内容则不能。</translation>
    </message>
</context>
<context>
    <name>LogModel</name>
    <message>
        <source>detail</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>info</source>
        <translation>信息</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>error</source>
        <translation>错误</translation>
    </message>
</context>
<context>
    <name>Payload</name>
    <message>
        <source>The name “%1” was given on the server and is kept; the header says “%2”.</source>
        <translation>名称“%1”是在服务器上设置的，予以保留；文件头中的名称为“%2”。</translation>
    </message>
    <message>
        <source>The description was changed on the server and is kept.</source>
        <translation>描述在服务器上被修改过，予以保留。</translation>
    </message>
</context>
<context>
    <name>PlainHttpConsent</name>
    <message>
        <source>Not encrypted</source>
        <translation>未加密</translation>
    </message>
    <message>
        <source>%1 is another machine, and the way there is not encrypted.</source>
        <translation>%1 是另一台计算机，与它之间的连接没有加密。</translation>
    </message>
    <message>
        <source>Everybody on the way can read the key or password and deploy code with it. Use an address with https where there is one.</source>
        <translation>途中的任何人都能读取密钥或密码，并用它部署代码。如有 https 地址，请使用它。</translation>
    </message>
    <message>
        <source>Use without &amp;encryption</source>
        <translation>不加密使用(&amp;E)</translation>
    </message>
</context>
<context>
    <name>Plan</name>
    <message>
        <source>The plugin has no id.</source>
        <translation>该插件没有 ID。</translation>
    </message>
    <message>
        <source>Event functions need Open WebUI 0.10 or newer; the server has %1.</source>
        <translation>Event 函数需要 Open WebUI 0.10 或更高版本；服务器的版本为 %1。</translation>
    </message>
    <message>
        <source>The server does not show its text, so nobody can tell what would be replaced, and there is no way back.</source>
        <translation>服务器不显示它的文本，因此无法知道会替换什么，也无法恢复。</translation>
    </message>
    <message>
        <source>The server&apos;s text is in no commit of this file: somebody edited it there, or deployed it from elsewhere. It would be replaced.</source>
        <translation>服务器上的文本不在这个文件的任何一次提交中：有人在服务器上改过它，或从别处部署了它。它会被替换。</translation>
    </message>
    <message>
        <source>The server has %1, which is newer than %2 here.</source>
        <translation>服务器上的版本为 %1，比本机的 %2 更新。</translation>
    </message>
    <message>
        <source>On the server “%1” is another kind of function.</source>
        <translation>服务器上的“%1”是另一种类型的函数。</translation>
    </message>
    <message>
        <source>The header asks for Open WebUI %1; the server has %2.</source>
        <translation>文件头要求 Open WebUI %1；服务器的版本为 %2。</translation>
    </message>
    <message>
        <source>The server installs %1.</source>
        <translation>服务器会安装 %1。</translation>
    </message>
    <message>
        <source>Settings that each user may have made no longer fit: %1.</source>
        <translation>各用户自己的设置不再适合：%1。</translation>
    </message>
    <message>
        <source>The name on the server becomes that of the header.</source>
        <translation>服务器上的名称将改为文件头中的名称。</translation>
    </message>
    <message>
        <source>The description on the server becomes that of the header.</source>
        <translation>服务器上的描述将改为文件头中的描述。</translation>
    </message>
    <message>
        <source>Whether the stored settings still fit cannot be told from the texts without running them.</source>
        <translation>不运行代码，就无法从文本判断已存的设置是否仍然适合。</translation>
    </message>
    <message>
        <source>The texts differ only in line ends.</source>
        <translation>文本只有换行符不同。</translation>
    </message>
    <message>
        <source>The texts differ only in formatting.</source>
        <translation>文本只有格式不同。</translation>
    </message>
    <message>
        <source>The version was not raised.</source>
        <translation>版本号没有提高。</translation>
    </message>
    <message>
        <source>Stored settings may not fit their new type: %1.</source>
        <translation>已存的设置可能不适合新的类型：%1。</translation>
    </message>
    <message>
        <source>The new code needs settings that have no value on the server, and fails without them: %1.</source>
        <translation>新代码需要的设置在服务器上没有值，没有它们就会出错：%1。</translation>
    </message>
    <message>
        <source>Settings look renamed, and a stored value does not move along: %1.</source>
        <translation>有些设置似乎改了名，已存的值不会跟着移动：%1。</translation>
    </message>
    <message>
        <source>The new code no longer uses these stored settings: %1.</source>
        <translation>新代码不再使用这些已存的设置：%1。</translation>
    </message>
    <message>
        <source>create %1</source>
        <comment>%1 is a version</comment>
        <translation>创建 %1</translation>
    </message>
    <message>
        <source>unchanged</source>
        <comment>what a plan does with a plugin</comment>
        <translation>无变化</translation>
    </message>
    <message>
        <source>blocked</source>
        <comment>what a plan does with a plugin</comment>
        <translation>受阻</translation>
    </message>
    <message>
        <source>change the type</source>
        <translation>改变类型</translation>
    </message>
    <message>
        <source>update %1</source>
        <comment>%1 is a version</comment>
        <translation>更新 %1</translation>
    </message>
    <message>
        <source>downgrade %1 → %2</source>
        <translation>降级 %1 → %2</translation>
    </message>
    <message>
        <source>update %1 → %2</source>
        <translation>更新 %1 → %2</translation>
    </message>
    <message>
        <source>Update the server, or leave this plugin out.</source>
        <translation>请更新服务器，或跳过此插件。</translation>
    </message>
    <message>
        <source>Nothing was sent, because the server could not be asked what it has. %1</source>
        <translation>没有发送任何内容，因为无法查询服务器上已有什么。%1</translation>
    </message>
    <message>
        <source>The file changed on disk since you looked.</source>
        <translation>自您查看以来，磁盘上的文件已更改。</translation>
    </message>
    <message>
        <source>Look at the difference, then plan it again.</source>
        <translation>请查看差异，然后重新计划。</translation>
    </message>
    <message>
        <source>It was deleted on the server since you looked.</source>
        <translation>在您查看之后，它在服务器上被删除了。</translation>
    </message>
    <message>
        <source>It was changed on the server at %1, since you looked.</source>
        <translation>在您查看之后，它于 %1 在服务器上被改动。</translation>
    </message>
    <message>
        <source>It was changed on the server by %1 at %2, since you looked.</source>
        <translation>在您查看之后，它于 %2 在服务器上被 %1 改动。</translation>
    </message>
    <message>
        <source>Python here cannot compile it: %1 (line %2).</source>
        <translation>本机的 Python 无法编译它：%1（第 %2 行）。</translation>
    </message>
    <message>
        <source>Python here cannot compile it: %1.</source>
        <translation>本机的 Python 无法编译它：%1。</translation>
    </message>
    <message>
        <source>Mend the file. Sending it could switch the function off for everybody.</source>
        <translation>请修正该文件。发送它可能会对所有人停用该函数。</translation>
    </message>
    <message>
        <source>Mend the file.</source>
        <translation>请修正该文件。</translation>
    </message>
    <message>
        <source>Update the server first.</source>
        <translation>请先更新服务器。</translation>
    </message>
    <message>
        <source>Use the key of an account that may read it. To a server that is not marked as production it can be sent all the same.</source>
        <translation>请使用可以读取它的账号的密钥。如果服务器没有标记为生产环境，也可以照样发送。</translation>
    </message>
    <message>
        <source>Use the key of an account that may read it, or confirm that it should be replaced.</source>
        <translation>请使用可以读取它的账号的密钥，或确认要替换它。</translation>
    </message>
    <message>
        <source>Look at the difference. Save the server&apos;s text to the folder, or confirm that it should be replaced.</source>
        <translation>请查看差异。把服务器上的文本保存到文件夹，或确认要替换它。</translation>
    </message>
    <message>
        <source>Confirm that the older version should replace it.</source>
        <translation>请确认要用较旧的版本替换它。</translation>
    </message>
    <message>
        <source>Give the settings a default in the code or a value on the server, or confirm that it should be sent.</source>
        <translation>请在代码中为这些设置给出默认值，或在服务器上给出值，或确认要发送。</translation>
    </message>
    <message>
        <source>Which settings the server keeps could not be asked. %1</source>
        <translation>无法询问服务器保存了哪些设置。%1</translation>
    </message>
    <message>
        <source>Nobody can look at what the server has of it, so there is no way back. It is sent an update first, and where that is refused it is created.</source>
        <translation>无人能查看服务器上它的内容，因此无法退回。会先发送更新；如果被拒绝，就创建它。</translation>
    </message>
    <message>
        <source>Confirm that it should be sent all the same.</source>
        <translation>请确认仍要发送。</translation>
    </message>
    <message>
        <source>The server&apos;s text is none that was sent from here: somebody edited it there, or deployed it from elsewhere. It would be replaced.</source>
        <translation>服务器上的文本不是从这里发送的：有人在那里编辑过，或从别处部署过。它将被替换。</translation>
    </message>
    <message>
        <source>Nothing here tells who wrote the server&apos;s text, which is replaced: nothing was sent from here before, and Git does not know it.</source>
        <translation>这里无法得知将被替换的服务器文本由谁编写：此前没有从这里发送过，Git 也不认识它。</translation>
    </message>
    <message>
        <source>Confirm that it should change its kind, or set another id.</source>
        <translation>请确认它应改变类型，或设置另一个 ID。</translation>
    </message>
    <message>
        <source>It looks like “%1” (%2) on the server. Use that id, or a second copy is created.</source>
        <translation>它看起来就是服务器上的“%1”（%2）。请使用该 ID，否则会创建第二份副本。</translation>
    </message>
    <message>
        <source>To keep that id, write “id: %1” into the header, or set it for the file.</source>
        <translation>要保留该 ID，请在文件头中写入“id: %1”，或为该文件设置它。</translation>
    </message>
    <message>
        <source>To keep that id, write “id: %1” into the header, or keep it with “owui-deploy pin FILE %1”.</source>
        <translation>要保留该 ID，请在文件头中写入“id: %1”，或使用“owui-deploy pin FILE %1”。</translation>
    </message>
    <message>
        <source>Include the file if it should be deployed.</source>
        <translation>如果应当部署该文件，请将其包含。</translation>
    </message>
    <message>
        <source>If it should be deployed, say so with “owui-deploy include FILE”.</source>
        <translation>如果应当部署它，请使用“owui-deploy include FILE”。</translation>
    </message>
    <message>
        <source>Set an id for it.</source>
        <translation>请为它设置 ID。</translation>
    </message>
    <message>
        <source>The version in the file is raised to %1 before it is sent.</source>
        <translation>发送前，文件中的版本号会提高到 %1。</translation>
    </message>
    <message>
        <source>The version was not raised. %1</source>
        <translation>版本号没有提高。%1</translation>
    </message>
</context>
<context>
    <name>PlannedLoss</name>
    <message>
        <source>It was changed on the server since.</source>
        <translation>此后它在服务器上被更改过。</translation>
    </message>
    <message>
        <source>It was deleted on the server since.</source>
        <translation>此后它在服务器上被删除。</translation>
    </message>
    <message>
        <source>Look at what the server has now, then confirm that it should be done all the same.</source>
        <translation>先查看服务器现在的内容，再确认仍要这样做。</translation>
    </message>
    <message>
        <source>The server does not show the text that it has now, so it could not be kept.</source>
        <translation>服务器不显示现在的代码，因此无法保留。</translation>
    </message>
    <message>
        <source>Use the key of an account that may edit it.</source>
        <translation>请使用有权编辑它的账号的密钥。</translation>
    </message>
    <message>
        <source>Confirm that it cannot be undone.</source>
        <translation>请确认这一步无法撤销。</translation>
    </message>
</context>
<context>
    <name>PluginCells</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Deploy</source>
        <translation>部署</translation>
    </message>
    <message>
        <source>This file cannot be deployed yet.</source>
        <translation>此文件还不能部署。</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>Deploy, plugin</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>路径</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>Filter, where it is</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Id: %1 (%2)</source>
        <comment>id, where it comes from</comment>
        <translation>ID：%1（%2）</translation>
    </message>
    <message>
        <source>Plugin</source>
        <translation>插件</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>本地</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>On</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>作者</translation>
    </message>
    <message>
        <source>Why it is left out</source>
        <translation>未纳入的原因</translation>
    </message>
    <message>
        <source>not in its list</source>
        <translation>不在其列表中</translation>
    </message>
</context>
<context>
    <name>PluginFileWriter</name>
    <message>
        <source>“%1” cannot be written: %2.</source>
        <translation>无法写入“%1”：%2。</translation>
    </message>
    <message>
        <source>it is a link that leads out of its folder or nowhere</source>
        <translation>它是一个指向文件夹之外或无目标的链接</translation>
    </message>
    <message>
        <source>it is no regular file</source>
        <translation>它不是普通文件</translation>
    </message>
    <message>
        <source>“%1” is an entry of an export, which is not changed.</source>
        <translation>“%1”是导出文件中的条目，导出文件不会被修改。</translation>
    </message>
    <message>
        <source>Save its code as a Python file to work on it.</source>
        <translation>请将其代码另存为 Python 文件后再处理。</translation>
    </message>
    <message>
        <source>“%1” cannot be read: %2.</source>
        <translation>无法读取“%1”：%2。</translation>
    </message>
    <message>
        <source>“%1” was changed meanwhile.</source>
        <translation>“%1”在此期间被修改了。</translation>
    </message>
    <message>
        <source>Look at it and try again.</source>
        <translation>请查看后重试。</translation>
    </message>
    <message>
        <source>The header of “%1” has no line “version:”.</source>
        <translation>“%1”的文件头中没有“version:”行。</translation>
    </message>
    <message>
        <source>The header of “%1” has several lines “version:”.</source>
        <translation>“%1”的文件头中有多个“version:”行。</translation>
    </message>
    <message>
        <source>Write one, such as “version: 0.1.0”.</source>
        <translation>请写入一行，例如“version: 0.1.0”。</translation>
    </message>
    <message>
        <source>Keep the one that counts.</source>
        <translation>请只保留有效的一行。</translation>
    </message>
    <message>
        <source>“%1”, the version of “%2”, has no next one that would be newer.</source>
        <translation>“%2”的版本“%1”没有更新的下一个版本。</translation>
    </message>
    <message>
        <source>Write the new version yourself, such as 1.2.0.</source>
        <translation>请自行写入新版本，例如 1.2.0。</translation>
    </message>
</context>
<context>
    <name>PluginId</name>
    <message>
        <source>“%1” cannot be an id.</source>
        <translation>“%1”不能用作 ID。</translation>
    </message>
    <message>
        <source>Use letters, digits and underscores, not starting with a digit, at most 200 bytes.</source>
        <translation>请使用字母、数字和下划线，不能以数字开头，最多 200 字节。</translation>
    </message>
</context>
<context>
    <name>PluginTexts</name>
    <message>
        <source>Pipe</source>
        <translation>Pipe</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Action</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Event</translation>
    </message>
    <message>
        <source>Tool</source>
        <translation>工具</translation>
    </message>
    <message>
        <source>pinned by you</source>
        <translation>由您固定</translation>
    </message>
    <message>
        <source>from the header</source>
        <translation>来自文件头</translation>
    </message>
    <message>
        <source>from the title</source>
        <translation>来自标题</translation>
    </message>
    <message>
        <source>from the file name</source>
        <translation>来自文件名</translation>
    </message>
    <message>
        <source>from the export</source>
        <translation>来自导出文件</translation>
    </message>
</context>
<context>
    <name>PreparedPlugin</name>
    <message>
        <source>The file changed since it was listed. Rescan the folder and look again.</source>
        <translation>该文件在列出之后发生了变化。请重新扫描文件夹并再次查看。</translation>
    </message>
    <message>
        <source>The file no longer has a plugin class.</source>
        <translation>该文件中已没有插件类。</translation>
    </message>
    <message>
        <source>Look at what changed in the file, then rescan.</source>
        <translation>请查看文件中的改动，然后重新扫描。</translation>
    </message>
    <message>
        <source>The file changed since it was listed: it would now be deployed as “%1”, not as “%2”.</source>
        <translation>该文件在列出之后发生了变化：现在会部署为“%1”，而不是“%2”。</translation>
    </message>
    <message>
        <source>Rescan the folder, then deploy it again.</source>
        <translation>请重新扫描文件夹，然后再次部署。</translation>
    </message>
</context>
<context>
    <name>ReportActions</name>
    <message>
        <source>Save the report</source>
        <translation>保存报告</translation>
    </message>
    <message>
        <source>Markdown (*.md);;JSON (*.json)</source>
        <translation>Markdown (*.md);;JSON (*.json)</translation>
    </message>
    <message>
        <source>The report could not be saved to %1: %2</source>
        <translation>无法将报告保存到 %1：%2</translation>
    </message>
    <message>
        <source>Choose another place.</source>
        <translation>请选择其他位置。</translation>
    </message>
    <message>
        <source>Save report…</source>
        <translation>保存报告…</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>复制报告</translation>
    </message>
</context>
<context>
    <name>RowStateText</name>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 分 %2 秒</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>outcome, version</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1, %2 → %3</source>
        <comment>outcome, version before, version after</comment>
        <translation>%1，%2 → %3</translation>
    </message>
    <message>
        <source>only on the server</source>
        <translation>仅在服务器上</translation>
    </message>
    <message>
        <source>looks like %1 on the server</source>
        <comment>an id</comment>
        <translation>与服务器上的 %1 相似</translation>
    </message>
    <message>
        <source>No file of the folder has this id. Save it to the folder to work on it.</source>
        <translation>文件夹中没有文件使用此 ID。将其保存到文件夹即可编辑。</translation>
    </message>
    <message>
        <source>on</source>
        <comment>a function</comment>
        <translation>已启用</translation>
    </message>
    <message>
        <source>on, global</source>
        <comment>a function</comment>
        <translation>已启用，全局</translation>
    </message>
    <message>
        <source>off</source>
        <comment>a function</comment>
        <translation>已停用</translation>
    </message>
    <message>
        <source>The server says: %1</source>
        <translation>服务器的说明：%1</translation>
    </message>
    <message>
        <source>The server could not be asked about it. %1</source>
        <translation>无法就此询问服务器。%1</translation>
    </message>
    <message>
        <source>owner only</source>
        <comment>who may use a tool</comment>
        <translation>仅所有者</translation>
    </message>
    <message>
        <source>everybody</source>
        <comment>who may use a tool</comment>
        <translation>所有人</translation>
    </message>
    <message>
        <source>some people</source>
        <comment>who may use a tool</comment>
        <translation>部分人</translation>
    </message>
    <message>
        <source>edited there</source>
        <comment>on the server</comment>
        <translation>在服务器上被编辑</translation>
    </message>
    <message>
        <source>The server does not have the id %1, but “%2” there has the same openwebui_id, the same title and kind, or an id that other rules give this file. Use that id to update it; otherwise a second copy is created.</source>
        <translation>服务器上没有 ID %1，但那里的“%2”具有相同的 openwebui_id、相同的标题和类型，或者其他规则会为此文件得出的 ID。请使用该 ID 来更新它；否则会创建第二份副本。</translation>
    </message>
    <message>
        <source>Deploy</source>
        <translation>部署</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>创建</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>Downgrade…</source>
        <translation>降级…</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Update %1 → %2</source>
        <comment>version there, version here</comment>
        <translation>更新 %1 → %2</translation>
    </message>
    <message>
        <source>Downgrade %1 → %2…</source>
        <comment>version there, version here</comment>
        <translation>降级 %1 → %2…</translation>
    </message>
    <message>
        <source>Create %1</source>
        <comment>version</comment>
        <translation>创建 %1</translation>
    </message>
    <message>
        <source>It is on. A click on the switch, or Ctrl+T, switches it off.</source>
        <translation>它已启用。点击开关或按 Ctrl+T 可停用。</translation>
    </message>
    <message>
        <source>It is on in every chat. A click on the switch, or Ctrl+T, switches it off.</source>
        <translation>它在所有对话中启用。点击开关或按 Ctrl+T 可停用。</translation>
    </message>
    <message>
        <source>It is off: nobody can use it. A click on the switch, or Ctrl+T, switches it on.</source>
        <translation>它已停用：没有人可以使用它。点击开关或按 Ctrl+T 可启用。</translation>
    </message>
    <message>
        <source>probably not on the server</source>
        <translation>可能不在服务器上</translation>
    </message>
    <message>
        <source>It is not in the server&apos;s list, which may lack what others made. It is looked up alone soon, and before it is deployed.</source>
        <translation>它不在服务器的列表中，而列表可能不含他人创建的插件。稍后以及部署前会单独查询它。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>time, what was done</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <comment>time, what was done, versions</comment>
        <translation>%1：%2，%3</translation>
    </message>
    <message>
        <source>Decide…</source>
        <translation>决定…</translation>
    </message>
</context>
<context>
    <name>RunReport</name>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>The server&apos;s words:</source>
        <translation>服务器的原话：</translation>
    </message>
    <message>
        <source>Deployment to %1</source>
        <translation>部署到 %1</translation>
    </message>
    <message>
        <source>Server: %1</source>
        <translation>服务器：%1</translation>
    </message>
    <message>
        <source>Open WebUI: %1</source>
        <translation>Open WebUI：%1</translation>
    </message>
    <message>
        <source>Ended: %1</source>
        <translation>结束：%1</translation>
    </message>
    <message>
        <source>Took: %1</source>
        <translation>用时：%1</translation>
    </message>
    <message>
        <source>Plugin</source>
        <translation>插件</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>之后</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>What to look at</source>
        <translation>需要注意的内容</translation>
    </message>
</context>
<context>
    <name>RunSummary</name>
    <message>
        <source>Nothing was deployed.</source>
        <translation>没有部署任何插件。</translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1。</translation>
    </message>
    <message numerus="yes">
        <source>%n updated</source>
        <translation>
            <numerusform>%n 个已更新</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n created</source>
        <translation>
            <numerusform>%n 个已创建</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unchanged</source>
        <translation>
            <numerusform>%n 个无变化</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n 个失败</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with unknown outcome</source>
        <translation>
            <numerusform>%n 个结果未知</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need your decision</source>
        <translation>
            <numerusform>%n 个需要您决定</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cancelled</source>
        <translation>
            <numerusform>%n 个已取消</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n taken back</source>
        <translation>
            <numerusform>%n 个已恢复</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n deleted</source>
        <translation>
            <numerusform>%n 个已删除</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n switched on</source>
        <translation>
            <numerusform>%n 个已启用</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n switched off</source>
        <translation>
            <numerusform>%n 个已停用</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n created and off</source>
        <translation>
            <numerusform>%n 个已创建但停用</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them off</source>
        <translation>
            <numerusform>其中 %n 个停用</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RunTexts</name>
    <message>
        <source>%1 on %2: %3</source>
        <comment>plugin, server, why it was not done</comment>
        <translation>%1（%2）：%3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>server, what a run came to</comment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>Samples</name>
    <message>
        <source>The sample plugins could not be copied to %1: %2</source>
        <translation>无法将示例插件复制到 %1：%2</translation>
    </message>
    <message>
        <source>Make room there, or open a folder of your own.</source>
        <translation>请在那里腾出空间，或打开您自己的文件夹。</translation>
    </message>
</context>
<context>
    <name>SecretFile</name>
    <message>
        <source>The file of keys %1 cannot be read: %2.</source>
        <translation>密钥文件 %1 无法读取：%2。</translation>
    </message>
    <message>
        <source>See to it that you may read and write it.</source>
        <translation>请确保您对该文件有读写权限。</translation>
    </message>
    <message>
        <source>it is no list of connections</source>
        <translation>它不是连接列表</translation>
    </message>
    <message>
        <source>The file of keys %1 is broken: %2.</source>
        <translation>密钥文件 %1 已损坏：%2。</translation>
    </message>
    <message>
        <source>Mend the file, or move it away and enter the keys again.</source>
        <translation>请修复该文件，或将其移走后重新输入密钥。</translation>
    </message>
    <message>
        <source>The file of keys %1 cannot be written.</source>
        <translation>密钥文件 %1 无法写入。</translation>
    </message>
    <message>
        <source>Check that you may write there.</source>
        <translation>请检查您是否有权写入那里。</translation>
    </message>
</context>
<context>
    <name>ServerError</name>
    <message>
        <source>It was cancelled after it had been sent; the server may still finish it.</source>
        <translation>发送后被取消；服务器仍可能会完成它。</translation>
    </message>
    <message>
        <source>It was cancelled before anything was sent.</source>
        <translation>在发送任何内容之前已取消。</translation>
    </message>
    <message>
        <source>The server&apos;s name is not known on this network.</source>
        <translation>此网络无法识别该服务器名称。</translation>
    </message>
    <message>
        <source>Nothing answers at the server&apos;s address.</source>
        <translation>服务器地址没有响应。</translation>
    </message>
    <message>
        <source>The server could not be reached within the time limit.</source>
        <translation>在时间限制内无法连接到服务器。</translation>
    </message>
    <message>
        <source>The server did not answer within the time limit.</source>
        <translation>服务器在时间限制内没有响应。</translation>
    </message>
    <message>
        <source>The connection was lost before the server had answered.</source>
        <translation>服务器尚未答复，连接就已断开。</translation>
    </message>
    <message>
        <source>The proxy did not pass the request on.</source>
        <translation>代理没有转发请求。</translation>
    </message>
    <message>
        <source>No secure connection could be made.</source>
        <translation>无法建立安全连接。</translation>
    </message>
    <message>
        <source>The server sends us to another address, which is not followed.</source>
        <translation>服务器将请求转到另一个地址，程序不会跟随。</translation>
    </message>
    <message>
        <source>The server sends us to %1, which is not followed.</source>
        <translation>服务器将请求转到 %1，程序不会跟随。</translation>
    </message>
    <message>
        <source>Something between us and the server gave up waiting for it (HTTP %1).</source>
        <translation>服务器前面的中间环节不再等待它的答复（HTTP %1）。</translation>
    </message>
    <message>
        <source>The server failed inside (HTTP %1).</source>
        <translation>服务器内部出错（HTTP %1）。</translation>
    </message>
    <message>
        <source>The plugin is larger than the server accepts (HTTP 413).</source>
        <translation>插件超过了服务器接受的大小（HTTP 413）。</translation>
    </message>
    <message>
        <source>The server&apos;s answer is larger than we accept.</source>
        <translation>服务器的答复超过了本程序接受的大小。</translation>
    </message>
    <message>
        <source>The server&apos;s answer broke off before its end.</source>
        <translation>服务器的答复在结束之前中断。</translation>
    </message>
    <message>
        <source>A web page came back where Open WebUI answers with data.</source>
        <translation>返回的是网页，而 Open WebUI 应返回数据。</translation>
    </message>
    <message>
        <source>The server&apos;s answer is not what was asked for.</source>
        <translation>服务器的答复与请求不符。</translation>
    </message>
    <message>
        <source>The server got no API key.</source>
        <translation>服务器没有收到 API 密钥。</translation>
    </message>
    <message>
        <source>The server does not know this API key, or the session has expired.</source>
        <translation>服务器不认识此 API 密钥，或会话已过期。</translation>
    </message>
    <message>
        <source>The server does not accept this session.</source>
        <translation>服务器不接受此会话。</translation>
    </message>
    <message>
        <source>The server does not accept API keys for this account.</source>
        <translation>服务器不接受此账号使用 API 密钥。</translation>
    </message>
    <message>
        <source>The server does not let API keys use this part of it.</source>
        <translation>服务器不允许 API 密钥使用这一部分。</translation>
    </message>
    <message>
        <source>The server wants a signed-in person here, not an API key.</source>
        <translation>服务器要求由用户登录，而不是使用 API 密钥。</translation>
    </message>
    <message>
        <source>This account is not an administrator of the server.</source>
        <translation>此账号不是该服务器的管理员。</translation>
    </message>
    <message>
        <source>This account may not read or change this tool.</source>
        <translation>此账号无权读取或修改此工具。</translation>
    </message>
    <message>
        <source>The e-mail address or the password is wrong.</source>
        <translation>电子邮件地址或密码错误。</translation>
    </message>
    <message>
        <source>This account asks for a second factor when signing in.</source>
        <translation>此账号登录时需要双重验证。</translation>
    </message>
    <message>
        <source>The server does not allow signing in with a password.</source>
        <translation>服务器不允许使用密码登录。</translation>
    </message>
    <message>
        <source>The server has no plugin with this id.</source>
        <translation>服务器上没有使用此 ID 的插件。</translation>
    </message>
    <message>
        <source>The server does not offer this request (HTTP %1).</source>
        <translation>服务器不提供此请求（HTTP %1）。</translation>
    </message>
    <message>
        <source>The server already has a plugin with this id.</source>
        <translation>服务器上已有使用此 ID 的插件。</translation>
    </message>
    <message>
        <source>The server does not accept this id.</source>
        <translation>服务器不接受此 ID。</translation>
    </message>
    <message>
        <source>The id is too long for the server, which may have stored the plugin all the same.</source>
        <translation>此 ID 对服务器来说过长，但服务器可能仍然保存了该插件。</translation>
    </message>
    <message>
        <source>Plugins are switched off on the server.</source>
        <translation>服务器已停用插件功能。</translation>
    </message>
    <message>
        <source>The server cannot parse the code.</source>
        <translation>服务器无法解析代码。</translation>
    </message>
    <message>
        <source>The server cannot import a module that the code needs.</source>
        <translation>服务器无法导入代码所需的模块。</translation>
    </message>
    <message>
        <source>The server found no plugin class in the code.</source>
        <translation>服务器在代码中没有找到插件类。</translation>
    </message>
    <message>
        <source>The code failed when the server loaded it.</source>
        <translation>服务器加载代码时出错。</translation>
    </message>
    <message>
        <source>The server could not install the requirements.</source>
        <translation>服务器无法安装依赖。</translation>
    </message>
    <message>
        <source>The server refused it and keeps the reason to itself.</source>
        <translation>服务器拒绝了它，并且没有说明原因。</translation>
    </message>
    <message>
        <source>The server could not store it.</source>
        <translation>服务器无法保存它。</translation>
    </message>
    <message>
        <source>The server does not accept the form of the request (HTTP 422).</source>
        <translation>服务器不接受请求的格式（HTTP 422）。</translation>
    </message>
    <message>
        <source>The server refused it (HTTP %1).</source>
        <translation>服务器拒绝了它（HTTP %1）。</translation>
    </message>
    <message>
        <source>The request failed.</source>
        <translation>请求失败。</translation>
    </message>
    <message>
        <source>Check the address for a typing error, and whether this machine is connected.</source>
        <translation>请检查地址是否有误，以及本机是否已连接网络。</translation>
    </message>
    <message>
        <source>Check that Open WebUI is running and that the port in the address is right.</source>
        <translation>请检查 Open WebUI 是否正在运行，以及地址中的端口是否正确。</translation>
    </message>
    <message>
        <source>Check the address, the network and any firewall in between.</source>
        <translation>请检查地址、网络以及中间的防火墙。</translation>
    </message>
    <message>
        <source>The server may still be working on it. Look again before you retry, or raise the time limit of the connection.</source>
        <translation>服务器可能仍在处理。请先再次查看再重试，或提高该连接的时间限制。</translation>
    </message>
    <message>
        <source>Try again, or raise the time limit of the connection.</source>
        <translation>请重试，或提高该连接的时间限制。</translation>
    </message>
    <message>
        <source>Look whether the server is still running, then rescan it before you retry.</source>
        <translation>请查看服务器是否仍在运行，并在重试之前重新扫描服务器。</translation>
    </message>
    <message>
        <source>Look into the server&apos;s log. Code that ends the program stops servers up to release 0.10.</source>
        <translation>请查看服务器的日志。会结束程序的代码会使 0.10 及更早版本的服务器停止运行。</translation>
    </message>
    <message>
        <source>Raise the request size limit of the proxy before the server (client_max_body_size in nginx).</source>
        <translation>请提高服务器前面的代理的请求大小限制（nginx 中为 client_max_body_size）。</translation>
    </message>
    <message>
        <source>Wait a few minutes, then try again.</source>
        <translation>请等待几分钟，然后重试。</translation>
    </message>
    <message>
        <source>Try again; if it stays so, look at what stands between this machine and the server.</source>
        <translation>请重试；如果仍然如此，请查看本机与服务器之间的环节。</translation>
    </message>
    <message>
        <source>Check that the address is that of an Open WebUI server, and look at the plugin there.</source>
        <translation>请检查该地址是否为 Open WebUI 服务器的地址，并在那里查看该插件。</translation>
    </message>
    <message>
        <source>An account has one API key: making a new one ends the old one. Copy the present key from Settings &gt; Account in Open WebUI, or sign in again.</source>
        <translation>每个账号只有一个 API 密钥：创建新密钥后旧密钥即失效。请在 Open WebUI 的“设置 &gt; 账号”中复制当前密钥，或重新登录。</translation>
    </message>
    <message>
        <source>Sign in again, or enter the API key as it is shown in Open WebUI.</source>
        <translation>请重新登录，或按 Open WebUI 中显示的内容输入 API 密钥。</translation>
    </message>
    <message>
        <source>API keys are off by default since Open WebUI 0.6.38: an administrator switches them on under Admin Settings &gt; General &gt; Enable API Keys. Releases 0.6.38 to 0.8.9 want the permission &quot;API Keys&quot; even for an administrator. Where keys are restricted to endpoints, allow /api/v1/functions,/api/v1/tools. Or sign in with e-mail and password.</source>
        <translation>自 Open WebUI 0.6.38 起，API 密钥默认停用：管理员可在“管理员设置 &gt; 通用 &gt; 启用 API 密钥”中启用。0.6.38 至 0.8.9 版本即使对管理员也要求“API 密钥”权限。如果限制了密钥可访问的端点，请允许 /api/v1/functions,/api/v1/tools。也可以使用电子邮件和密码登录。</translation>
    </message>
    <message>
        <source>An administrator allows it under Admin Settings &gt; General &gt; API Key Endpoint Restrictions: add /api/v1/functions,/api/v1/tools.</source>
        <translation>管理员可在“管理员设置 &gt; 通用 &gt; API 密钥端点限制”中允许：添加 /api/v1/functions,/api/v1/tools。</translation>
    </message>
    <message>
        <source>Sign in with e-mail and password in the connection&apos;s settings.</source>
        <translation>请在连接设置中使用电子邮件和密码登录。</translation>
    </message>
    <message>
        <source>Only an administrator can deploy functions. Use an administrator&apos;s key, or ask for the role.</source>
        <translation>只有管理员才能部署函数。请使用管理员的密钥，或申请管理员角色。</translation>
    </message>
    <message>
        <source>Ask the tool&apos;s owner or an administrator for write access, or use an administrator&apos;s key. If you signed in with a password, sign in again first.</source>
        <translation>请向该工具的所有者或管理员申请写入权限，或使用管理员的密钥。如果您是用密码登录的，请先重新登录。</translation>
    </message>
    <message>
        <source>Check both for a typing error. An account that signs in elsewhere has no password here: use an API key.</source>
        <translation>请检查两者是否有误。在别处登录的账号在这里没有密码：请使用 API 密钥。</translation>
    </message>
    <message>
        <source>Use an API key instead.</source>
        <translation>请改用 API 密钥。</translation>
    </message>
    <message>
        <source>Rescan the server.</source>
        <translation>请重新扫描服务器。</translation>
    </message>
    <message>
        <source>Check the address of the server; it may be no Open WebUI, or a very old one.</source>
        <translation>请检查服务器地址；它可能不是 Open WebUI，或版本非常旧。</translation>
    </message>
    <message>
        <source>Rescan the server; the plugin can then be updated.</source>
        <translation>请重新扫描服务器；之后即可更新该插件。</translation>
    </message>
    <message>
        <source>Give the plugin an id of letters, digits and underscores that does not begin with a digit.</source>
        <translation>请为该插件设置由字母、数字和下划线组成且不以数字开头的 ID。</translation>
    </message>
    <message>
        <source>Give the plugin a shorter id and look on the server for one that was stored under the long id.</source>
        <translation>请为该插件设置较短的 ID，并查看服务器上是否已有用过长 ID 保存的插件。</translation>
    </message>
    <message>
        <source>Whoever runs the server must set ENABLE_PLUGINS, and ENABLE_FUNCTIONS or ENABLE_TOOLS, to true.</source>
        <translation>服务器的维护者必须将 ENABLE_PLUGINS 以及 ENABLE_FUNCTIONS 或 ENABLE_TOOLS 设为 true。</translation>
    </message>
    <message>
        <source>Mend the code. The server&apos;s Python may be older than yours.</source>
        <translation>请修正代码。服务器上的 Python 可能比您的旧。</translation>
    </message>
    <message>
        <source>Add the package to the requirements in the plugin&apos;s header, or have it installed on the server.</source>
        <translation>请将该软件包添加到插件文件头的 requirements 中，或请人在服务器上安装它。</translation>
    </message>
    <message>
        <source>A function needs a class Pipe, Filter, Action or Event (since 0.10); a tool needs a class Tools.</source>
        <translation>函数需要 Pipe、Filter、Action 或 Event（自 0.10 起）类；工具需要 Tools 类。</translation>
    </message>
    <message>
        <source>Mend the code that runs on loading: the top level of the file and the class&apos;s __init__.</source>
        <translation>请修正加载时运行的代码：文件的顶层代码以及类的 __init__。</translation>
    </message>
    <message>
        <source>Check the names in the requirements. The server splits them at every comma, so a range such as a&gt;=1,&lt;2 fails. The full reason is in the server&apos;s log.</source>
        <translation>请检查 requirements 中的名称。服务器会在每个逗号处拆分，因此 a&gt;=1,&lt;2 这样的范围会失败。完整的原因在服务器的日志中。</translation>
    </message>
    <message>
        <source>The reason is in the server&apos;s log: usually a syntax error, a missing package, or plugins switched off.</source>
        <translation>原因在服务器的日志中：通常是语法错误、缺少软件包或插件功能已停用。</translation>
    </message>
    <message>
        <source>Whoever runs the server must look at its disk space and the rights of its data folder.</source>
        <translation>服务器的维护者必须检查其磁盘空间以及数据文件夹的权限。</translation>
    </message>
    <message>
        <source>This release of Open WebUI may be newer than this program knows. Save the log and report it.</source>
        <translation>此 Open WebUI 的版本可能比本程序所了解的更新。请保存日志并报告此问题。</translation>
    </message>
    <message>
        <source>The server says: “%1”.</source>
        <translation>服务器的说明：“%1”。</translation>
    </message>
    <message>
        <source>The system says: “%1”.</source>
        <translation>系统的说明：“%1”。</translation>
    </message>
    <message>
        <source>If that is where Open WebUI is, use that address.</source>
        <translation>如果 Open WebUI 就在那里，请使用该地址。</translation>
    </message>
    <message>
        <source>The server is busy, or has not started yet (HTTP 503).</source>
        <translation>服务器繁忙，或尚未启动（HTTP 503）。</translation>
    </message>
    <message>
        <source>Wait a little, then try again.</source>
        <translation>请稍候再试。</translation>
    </message>
    <message>
        <source>The server is busy: it got too many requests (HTTP 429).</source>
        <translation>服务器繁忙：收到的请求过多（HTTP 429）。</translation>
    </message>
    <message>
        <source>Enter the key again: it is bound to the address that it came with, and something in between may have taken it away.</source>
        <translation>请重新输入密钥：它与随附的地址绑定，也可能被中间的某个程序去掉了。</translation>
    </message>
    <message>
        <source>Something in front of the server wants a sign-in: it sends us to %1, which is not followed.</source>
        <translation>服务器前面的某个程序要求登录：它转向 %1，但不会跟随。</translation>
    </message>
    <message>
        <source>The server is busy (HTTP %1); it is asked again in %2 s.</source>
        <translation>服务器繁忙（HTTP %1）；%2 秒后再次询问。</translation>
    </message>
    <message>
        <source>Whoever runs the server must set %1 to true.</source>
        <translation>请让服务器的管理者将 %1 设为 true。</translation>
    </message>
    <message>
        <source>Whoever runs the server must set %1 and %2 to true.</source>
        <translation>请让服务器的管理者将 %1 和 %2 设为 true。</translation>
    </message>
    <message>
        <source>The server may still be working on it. Look again before you retry; a deployment waits longer with --timeout.</source>
        <translation>服务器可能仍在处理。重试前请先查看；使用 --timeout 可让部署等待更久。</translation>
    </message>
    <message>
        <source>Check the proxy: the variables http_proxy and https_proxy. A proxy that asks for a password is not supported; one that wants NTLM or Negotiate needs a helper on this machine, such as cntlm.</source>
        <translation>请检查代理：环境变量 http_proxy 和 https_proxy。不支持需要密码的代理；需要 NTLM 或 Negotiate 的代理需要在本机上使用 cntlm 之类的辅助程序。</translation>
    </message>
    <message>
        <source>Check the proxy in the connection&apos;s settings. A proxy that asks for a password is not supported; one that wants NTLM or Negotiate needs a helper on this machine, such as cntlm.</source>
        <translation>请检查连接设置中的代理。不支持需要密码的代理；需要 NTLM 或 Negotiate 的代理需要在本机上使用 cntlm 之类的辅助程序。</translation>
    </message>
    <message>
        <source>If the server&apos;s certificate comes from an authority of your own, name its file with --ca-file.</source>
        <translation>如果服务器的证书来自您自己的证书颁发机构，请用 --ca-file 指定其文件。</translation>
    </message>
    <message>
        <source>If the server&apos;s certificate comes from an authority of your own, name its file in the connection&apos;s settings.</source>
        <translation>如果服务器的证书来自您自己的证书颁发机构，请在连接设置中指定其文件。</translation>
    </message>
    <message>
        <source>Check the address: it may lead to a sign-in page, a wrong path or another program. If a proxy asks for a sign-in, give the headers that it wants with --header or OPENWEBUI_HEADER_NAME.</source>
        <translation>请检查地址：它可能指向登录页面、错误的路径或其他程序。如果代理要求登录，请用 --header 或 OPENWEBUI_HEADER_NAME 提供它需要的请求头。</translation>
    </message>
    <message>
        <source>Check the address: it may lead to a sign-in page, a wrong path or another program. If a proxy asks for a sign-in, give the headers that it wants in the connection&apos;s settings.</source>
        <translation>请检查地址：它可能指向登录页面、错误的路径或其他程序。如果代理要求登录，请在连接设置中提供它需要的请求头。</translation>
    </message>
    <message>
        <source>Save a connection that signs in with e-mail and password in the window, and name it with --server.</source>
        <translation>请在窗口中保存一个使用电子邮件和密码登录的连接，并用 --server 指定它。</translation>
    </message>
    <message>
        <source>Try again; a deployment waits longer with --timeout.</source>
        <translation>请重试；使用 --timeout 可让部署等待更久。</translation>
    </message>
    <message>
        <source>The settings stored on the server do not fit the new code.</source>
        <translation>服务器上保存的设置与新代码不符。</translation>
    </message>
    <message>
        <source>Change the settings on the server first, or keep the type of the setting in the code.</source>
        <translation>请先在服务器上修改设置，或在代码中保留该设置的类型。</translation>
    </message>
</context>
<context>
    <name>SkipReason</name>
    <message>
        <source>The file has no top-level class Pipe, Filter, Action, Event or Tools, so it is no plugin.</source>
        <translation>该文件没有顶层的 Pipe、Filter、Action、Event 或 Tools 类，因此不是插件。</translation>
    </message>
    <message>
        <source>The name or the folder says that this is a test, a helper, or a part from which another file is made.</source>
        <translation>从名称或文件夹看，这是测试、辅助文件，或用来生成其他文件的部分。</translation>
    </message>
    <message>
        <source>The name or the folder says that this is a template.</source>
        <translation>从名称或文件夹看，这是模板。</translation>
    </message>
    <message>
        <source>The name says that this is the same plugin in another language.</source>
        <translation>从名称看，这是同一插件的另一种语言版本。</translation>
    </message>
    <message>
        <source>The name or the folder says that this is a draft, a backup or an old copy.</source>
        <translation>从名称或文件夹看，这是草稿、备份或旧副本。</translation>
    </message>
    <message>
        <source>You excluded this file.</source>
        <translation>您排除了此文件。</translation>
    </message>
    <message>
        <source>The text is not UTF-8. Save the file as UTF-8.</source>
        <translation>文本不是 UTF-8 编码。请将文件保存为 UTF-8。</translation>
    </message>
    <message>
        <source>The file contains a NUL byte, which no Python file may have.</source>
        <translation>文件中含有 NUL 字节，Python 文件不能含有它。</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>文件为空。</translation>
    </message>
    <message>
        <source>The file cannot be read. Check its permissions.</source>
        <translation>无法读取文件。请检查其权限。</translation>
    </message>
    <message>
        <source>The file is larger than 8 MiB and is not read.</source>
        <translation>文件大于 8 MiB，不予读取。</translation>
    </message>
    <message>
        <source>This is no ordinary file but a folder, a pipe or a device.</source>
        <translation>这不是普通文件，而是文件夹、命名管道或设备。</translation>
    </message>
    <message>
        <source>This is a link. Links are not followed: a file of this folder is read where it lies.</source>
        <translation>这是链接。程序不跟随链接：此文件夹中的文件会在其所在位置读取。</translation>
    </message>
    <message>
        <source>This is a link to a file that does not exist.</source>
        <translation>这是指向不存在的文件的链接。</translation>
    </message>
    <message>
        <source>The file only imports a name such as Tools or Event, or gives it to a value; it defines no class of that name, so it is taken for no plugin.</source>
        <translation>该文件只是导入了 Tools、Event 之类的名称，或将其赋给某个值；它没有定义该名称的类，因此不视为插件。</translation>
    </message>
    <message>
        <source>The class Pipeline belongs to a Pipelines server, which is another program: Open WebUI itself takes no such file.</source>
        <translation>类 Pipeline 属于 Pipelines 服务器，那是另一个程序：Open WebUI 本身不接受这样的文件。</translation>
    </message>
    <message>
        <source>This is a link to another folder and is not followed. Open the other folder itself to see its plugins.</source>
        <translation>这是指向另一个文件夹的链接，不会跟随。要查看其中的插件，请直接打开那个文件夹。</translation>
    </message>
    <message>
        <source>The file is no export of Open WebUI&apos;s functions or tools.</source>
        <translation>该文件不是 Open WebUI 函数或工具的导出文件。</translation>
    </message>
    <message>
        <source>This is an export of chats, models or prompts. Only functions and tools are deployed.</source>
        <translation>这是对话、模型或提示词的导出文件。只部署函数和工具。</translation>
    </message>
    <message>
        <source>The file looks like an export of Open WebUI but is no valid JSON. Export it again.</source>
        <translation>该文件看起来像 Open WebUI 的导出文件，但不是有效的 JSON。请重新导出。</translation>
    </message>
    <message>
        <source>The entry of this export has no code, or no id that a server would take.</source>
        <translation>此导出文件中的条目没有代码，或没有服务器可接受的 ID。</translation>
    </message>
    <message>
        <source>The name is not UTF-8, so it cannot be told to a server. Rename it.</source>
        <translation>名称不是 UTF-8，因此无法告知服务器。请重命名。</translation>
    </message>
</context>
<context>
    <name>SwitchedOffFunctions</name>
    <message>
        <source>%1 switched off %2 for everybody, because the new version could not be loaded.</source>
        <translation>由于新版本无法加载，%1 已对所有人停用 %2。</translation>
    </message>
    <message>
        <source>Switch the old version on again</source>
        <translation>重新启用旧版本</translation>
    </message>
    <message>
        <source>%1 is still off, because it could not be switched on. The log says why. Switch it on in Open WebUI&apos;s admin panel.</source>
        <translation>%1 仍处于停用状态，因为无法启用它。原因见日志。请在 Open WebUI 的管理面板中启用它。</translation>
    </message>
    <message>
        <source>The old version of %1 is on again.</source>
        <translation>%1 的旧版本已重新启用。</translation>
    </message>
</context>
<context>
    <name>UserFiles</name>
    <message>
        <source>The connections and the settings of the window. No key is in them: the desktop&apos;s key store has the keys.</source>
        <translation>连接和窗口的设置。其中没有密钥：密钥保存在桌面的密钥库中。</translation>
    </message>
    <message>
        <source>What servers had before each change, and what came of it. Only you can read it.</source>
        <translation>每次更改之前服务器上的内容，以及更改的结果。只有您能读取。</translation>
    </message>
    <message>
        <source>What you decided about the files of the folder that it lies in: ids, and what is left out. It is made to be committed.</source>
        <translation>您对该文件所在文件夹中各文件的决定：ID 以及不部署的文件。可以提交到版本库。</translation>
    </message>
</context>
<context>
    <name>ValveCheck</name>
    <message>
        <source>Whether the settings that the server keeps fit the new code could not be asked. %1</source>
        <translation>无法查询服务器保存的设置是否仍适合新代码。%1</translation>
    </message>
</context>
<context>
    <name>ValveSchema</name>
    <message>
        <source>The code that the server has now needs settings without a value there: %1. Until they get one, each use of the plugin fails.</source>
        <translation>服务器上现在的代码需要一些在服务器上没有值的设置：%1。在为它们设值之前，每次使用该插件都会失败。</translation>
    </message>
    <message>
        <source>Values that the server keeps do not fit the type of their settings: %1. Until they are set anew, each use of the plugin fails.</source>
        <translation>服务器保存的值与这些设置的类型不符：%1。在重新设值之前，每次使用该插件都会失败。</translation>
    </message>
</context>
<context>
    <name>WindowManual</name>
    <message>
        <source>deploy Open WebUI plugins from a window</source>
        <translation>在窗口中部署 Open WebUI 插件</translation>
    </message>
    <message>
        <source>[OPTION…] [FOLDER]</source>
        <translation>[选项…] [文件夹]</translation>
    </message>
    <message>
        <source>Shows the Open WebUI plugins of a folder with their versions, here and on a server, and creates or updates each of them with a click. What follows is the guide that F1 shows in the window.</source>
        <translation>显示文件夹中的 Open WebUI 插件及其在本地和服务器上的版本，点击即可创建或更新其中任何一个。以下是在窗口中按 F1 显示的指南。</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Deploys Open WebUI plugins from a folder.</source>
        <translation>从文件夹部署 Open WebUI 插件。</translation>
    </message>
    <message>
        <source>The folder to open.</source>
        <translation>要打开的文件夹。</translation>
    </message>
</context>
<context>
    <name>owui::AddressSearch</name>
    <message>
        <source>%1 is the address of a page; the server is at %2, which is used.</source>
        <translation>%1 是某个页面的地址；服务器位于 %2，将使用该地址。</translation>
    </message>
</context>
<context>
    <name>owui::CompareController</name>
    <message>
        <source>The tools of %1 could not be read: %2</source>
        <translation>无法读取 %1 的工具：%2</translation>
    </message>
    <message>
        <source>The functions of %1 could not be read: %2</source>
        <translation>无法读取 %1 的函数：%2</translation>
    </message>
    <message>
        <source>The functions and tools of %1 could not be read: %2</source>
        <translation>无法读取 %1 的函数和工具：%2</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
</context>
<context>
    <name>owui::ConnectionController</name>
    <message>
        <source>Sign in…</source>
        <translation>登录…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Connections…</source>
        <translation>连接…</translation>
    </message>
    <message>
        <source>No server is chosen yet. Add yours, or try the practice server.</source>
        <translation>尚未选择服务器。请添加您的服务器，或试用练习服务器。</translation>
    </message>
    <message>
        <source>Add server…</source>
        <translation>添加服务器…</translation>
    </message>
    <message>
        <source>Practice server</source>
        <translation>练习服务器</translation>
    </message>
    <message>
        <source>The window now uses %1, and no longer the practice server.</source>
        <translation>窗口现在使用 %1，不再使用练习服务器。</translation>
    </message>
    <message>
        <source>Back to the practice server</source>
        <translation>返回练习服务器</translation>
    </message>
    <message>
        <source>There is no key for %1. A key could not be kept: no key store answers on this computer.</source>
        <translation>没有 %1 的密钥。密钥无法保存：这台计算机上没有可用的密钥库。</translation>
    </message>
    <message>
        <source>Enter it here. “Connections…” can keep it in a file.</source>
        <translation>请在此输入。可在“连接…”中将其保存到文件。</translation>
    </message>
    <message>
        <source>Enter it here.</source>
        <translation>请在此输入。</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>API 密钥</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>No key store took the key of %1, so it is kept only until the program ends.</source>
        <translation>没有密钥库接收 %1 的密钥，因此它只保留到程序结束。</translation>
    </message>
    <message>
        <source>The extra headers of %1 are kept there too, and nothing was changed. Mend that first, or enter the key and the headers under “Connections…”.</source>
        <translation>%1 的附加请求头也保存在那里，因此未作任何更改。请先解决该问题，或在“连接…”中输入密钥和请求头。</translation>
    </message>
</context>
<context>
    <name>owui::ConnectionDraftModel</name>
    <message>
        <source>(no name)</source>
        <translation>（无名称）</translation>
    </message>
    <message>
        <source>%1 (not saved)</source>
        <translation>%1（未保存）</translation>
    </message>
    <message>
        <source>“%1” cannot be saved yet. %2</source>
        <translation>“%1”还不能保存。%2</translation>
    </message>
    <message>
        <source>“%1” cannot be saved yet. The key store has not answered.</source>
        <translation>“%1”还不能保存。密钥库没有响应。</translation>
    </message>
    <message>
        <source>New connection</source>
        <translation>新连接</translation>
    </message>
    <message>
        <source>It cannot be saved yet: the reason stands beside the field.</source>
        <translation>暂时无法保存：原因显示在相应字段旁。</translation>
    </message>
    <message>
        <source>The new connection cannot be saved yet. %1</source>
        <translation>暂时无法保存新连接。%1</translation>
    </message>
</context>
<context>
    <name>owui::ConnectionForm</name>
    <message>
        <source>&amp;Name:</source>
        <translation>名称(&amp;N)：</translation>
    </message>
    <message>
        <source>&amp;Address:</source>
        <translation>地址(&amp;A)：</translation>
    </message>
    <message>
        <source>&amp;Production: ask before each deployment</source>
        <translation>生产环境：每次部署前询问(&amp;P)</translation>
    </message>
    <message>
        <source>The server installs the plugin&apos;s Python packages within this time.</source>
        <translation>服务器会在此时间内安装插件的 Python 软件包。</translation>
    </message>
    <message>
        <source>Without looking, a new function&apos;s code runs twice. Tools are always looked up.</source>
        <translation>如果不查询，新函数的代码会运行两次。工具总是会先查询。</translation>
    </message>
    <message>
        <source>S&amp;witch new functions on</source>
        <translation>启用新函数(&amp;W)</translation>
    </message>
    <message>
        <source>Open WebUI creates a function switched off.</source>
        <translation>Open WebUI 创建的函数默认是停用的。</translation>
    </message>
    <message>
        <source>Otherwise a name or description that was changed on the server is kept.</source>
        <translation>否则保留在服务器上修改过的名称或描述。</translation>
    </message>
    <message>
        <source>Time to deplo&amp;y a plugin:</source>
        <translation>部署插件的时间(&amp;Y)：</translation>
    </message>
    <message>
        <source>Those of the system</source>
        <translation>系统的证书</translation>
    </message>
    <message>
        <source>A PEM file with the certificates of your own authority, used beside the system&apos;s.</source>
        <translation>包含您自己的证书颁发机构证书的 PEM 文件，与系统证书一并使用。</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>浏览(&amp;B)…</translation>
    </message>
    <message>
        <source>CA certificates</source>
        <translation>CA 证书</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer);;All files (*)</source>
        <translation>证书 (*.pem *.crt *.cer);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Name of the proxy</source>
        <translation>代理的主机名</translation>
    </message>
    <message>
        <source>port</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>Port of the proxy</source>
        <translation>代理的端口</translation>
    </message>
    <message>
        <source>Authorization</source>
        <translation>Authorization</translation>
    </message>
    <message>
        <source>For a proxy that uses Authorization for itself. The header then carries the bare key.</source>
        <translation>用于自身需要 Authorization 的代理。此时该请求头只包含密钥本身。</translation>
    </message>
    <message>
        <source>Pro&amp;xy:</source>
        <translation>代理(&amp;X)：</translation>
    </message>
    <message>
        <source>For a proxy in front of the server, such as Cloudflare Access. Values are kept like keys.</source>
        <translation>用于服务器前面的代理，例如 Cloudflare Access。其值会像密钥一样保存。</translation>
    </message>
    <message>
        <source>Remo&amp;ve header</source>
        <translation>移除请求头(&amp;V)</translation>
    </message>
    <message>
        <source> s</source>
        <translation> 秒</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Other (%1)</source>
        <translation>其他（%1）</translation>
    </message>
    <message>
        <source>A header without a value is not sent.</source>
        <translation>没有值的请求头不会发送。</translation>
    </message>
    <message>
        <source>Used as %1</source>
        <translation>实际使用 %1</translation>
    </message>
    <message>
        <source>&amp;Connection</source>
        <translation>连接(&amp;C)</translation>
    </message>
    <message>
        <source>Co&amp;lour:</source>
        <translation>颜色(&amp;L)：</translation>
    </message>
    <message>
        <source>M&amp;ore</source>
        <translation>更多(&amp;O)</translation>
    </message>
    <message>
        <source>Always take name and description from the file&apos;s &amp;header</source>
        <translation>始终从文件头获取名称和描述(&amp;H)</translation>
    </message>
    <message>
        <source>Ord&amp;er of requests:</source>
        <translation>请求顺序(&amp;E)：</translation>
    </message>
    <message>
        <source>Time to co&amp;nnect:</source>
        <translation>连接时限(&amp;N)：</translation>
    </message>
    <message>
        <source>Time to loo&amp;k up a plugin:</source>
        <translation>查询插件时限(&amp;K)：</translation>
    </message>
    <message>
        <source>Plu&amp;gins at the same time:</source>
        <translation>同时处理的插件数(&amp;G)：</translation>
    </message>
    <message>
        <source>CA certi&amp;ficates:</source>
        <translation>CA 证书(&amp;F)：</translation>
    </message>
    <message>
        <source>Send the key &amp;in:</source>
        <translation>密钥发送位置(&amp;I)：</translation>
    </message>
    <message>
        <source>Add header</source>
        <translation>添加请求头</translation>
    </message>
    <message>
        <source>Extr&amp;a headers:</source>
        <translation>附加请求头(&amp;A)：</translation>
    </message>
    <message>
        <source>Without https everybody on the way to this server can read your key. Use https where the server offers it.</source>
        <translation>不使用 https 时，通往该服务器途中的任何人都能读取您的密钥。如果服务器支持，请使用 https。</translation>
    </message>
    <message>
        <source>Used as %1.</source>
        <translation>实际使用：%1。</translation>
    </message>
    <message>
        <source>This is another server than before. It does not get the key of the old one: enter its own key.</source>
        <translation>这是另一台服务器。它不会得到旧服务器的密钥：请输入它自己的密钥。</translation>
    </message>
    <message>
        <source>This is another server than before. It does not get the session of the old one: sign in again.</source>
        <translation>这是另一台服务器。它不会得到旧服务器的会话：请重新登录。</translation>
    </message>
    <message>
        <source>as suits the server</source>
        <translation>按服务器情况</translation>
    </message>
    <message>
        <source>More at the same time while the server&apos;s answers do not get slower, fewer when they do.</source>
        <translation>服务器应答不变慢时同时处理更多，变慢时减少。</translation>
    </message>
</context>
<context>
    <name>owui::ConnectionMenu</name>
    <message>
        <source>reachable</source>
        <translation>可以连接</translation>
    </message>
    <message>
        <source>unreachable</source>
        <translation>无法连接</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>被拒绝</translation>
    </message>
    <message>
        <source>checking…</source>
        <translation>正在检查…</translation>
    </message>
    <message>
        <source>not checked</source>
        <translation>未检查</translation>
    </message>
    <message>
        <source>%1 (production)</source>
        <translation>%1（生产环境）</translation>
    </message>
    <message>
        <source>&amp;Edit connections…</source>
        <translation>编辑连接(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Practice server</source>
        <translation>练习服务器(&amp;P)</translation>
    </message>
    <message>
        <source>No connection</source>
        <translation>无连接</translation>
    </message>
    <message>
        <source>Choose the server to deploy to.</source>
        <translation>选择要部署到的服务器。</translation>
    </message>
    <message>
        <source>production</source>
        <translation>生产环境</translation>
    </message>
    <message>
        <source>Open WebUI %1</source>
        <translation>Open WebUI %1</translation>
    </message>
    <message>
        <source>Connection: %1</source>
        <translation>连接：%1</translation>
    </message>
    <message>
        <source>&amp;Add server…</source>
        <translation>添加服务器(&amp;A)…</translation>
    </message>
</context>
<context>
    <name>owui::ConnectionTest</name>
    <message>
        <source>Server can be reached</source>
        <translation>可以连接到服务器</translation>
    </message>
    <message>
        <source>It is Open WebUI</source>
        <translation>服务器是 Open WebUI</translation>
    </message>
    <message>
        <source>Key or session is accepted</source>
        <translation>密钥或会话被接受</translation>
    </message>
    <message>
        <source>Account is an administrator</source>
        <translation>账号是管理员</translation>
    </message>
    <message>
        <source>Functions may be deployed</source>
        <translation>可以部署函数</translation>
    </message>
    <message>
        <source>Tools may be deployed</source>
        <translation>可以部署工具</translation>
    </message>
    <message>
        <source>Not checked.</source>
        <translation>未检查。</translation>
    </message>
    <message>
        <source>It answered within %1 ms.</source>
        <translation>它在 %1 毫秒内作出了响应。</translation>
    </message>
    <message>
        <source>Open WebUI %1</source>
        <translation>Open WebUI %1</translation>
    </message>
    <message>
        <source>The server does not tell its release.</source>
        <translation>服务器没有说明其版本。</translation>
    </message>
    <message>
        <source>The server has no way to ask. A deployment will show it.</source>
        <translation>服务器没有提供查询方法。部署时即可知道。</translation>
    </message>
    <message>
        <source>Only an administrator may deploy functions.</source>
        <translation>只有管理员才能部署函数。</translation>
    </message>
    <message>
        <source>It cannot be told while the key may not ask.</source>
        <translation>在密钥无权查询时无法得知。</translation>
    </message>
    <message>
        <source>It cannot be told from this answer.</source>
        <translation>无法从这次答复中得知。</translation>
    </message>
    <message>
        <source>Tools can be looked up. Creating one needs the permission for it.</source>
        <translation>可以查询工具。创建工具需要相应的权限。</translation>
    </message>
    <message>
        <source>Open WebUI %1. %2</source>
        <translation>Open WebUI %1。%2</translation>
    </message>
    <message>
        <source>It could not be told: the server&apos;s list is empty, which is also what one with ENABLE_PLUGINS=False answers.</source>
        <translation>无法判断：服务器的列表为空，而设置了 ENABLE_PLUGINS=False 的服务器也会这样回答。</translation>
    </message>
    <message>
        <source>It could not be told, because the server&apos;s list cannot be read. %1</source>
        <translation>无法判断，因为无法读取服务器的列表。%1</translation>
    </message>
</context>
<context>
    <name>owui::ConnectionTestView</name>
    <message>
        <source>passed</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>running</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>not tested</source>
        <translation>未测试</translation>
    </message>
    <message>
        <source>Testing %1…</source>
        <translation>正在测试 %1…</translation>
    </message>
    <message>
        <source>The test was cancelled.</source>
        <translation>测试已取消。</translation>
    </message>
    <message>
        <source>The values have changed since this test.</source>
        <translation>在这次测试之后，设置已被修改。</translation>
    </message>
    <message>
        <source>Everything needed for deploying works.</source>
        <translation>部署所需的一切均正常。</translation>
    </message>
    <message>
        <source>Deploying would not work yet; see below.</source>
        <translation>目前还无法部署；请看下方。</translation>
    </message>
    <message>
        <source>Cancel &amp;test</source>
        <translation>取消测试(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Test connection</source>
        <translation>测试连接(&amp;T)</translation>
    </message>
</context>
<context>
    <name>owui::ConnectionsDialog</name>
    <message>
        <source>D&amp;uplicate</source>
        <translation>复制(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation>移除(&amp;R)…</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>I&amp;mport from .env…</source>
        <translation>从 .env 导入(&amp;M)…</translation>
    </message>
    <message>
        <source>%1 copy</source>
        <translation>%1 副本</translation>
    </message>
    <message>
        <source>Remove connection</source>
        <translation>移除连接</translation>
    </message>
    <message>
        <source>Remove “%1”?</source>
        <translation>要移除“%1”吗？</translation>
    </message>
    <message>
        <source>Save then removes the connection and its key from this computer. Nothing changes on the server.</source>
        <translation>之后点击“保存”会从本机移除该连接及其密钥。服务器上不会有任何改变。</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>移除(&amp;R)</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>没有任何改动。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Saving; waiting for the key store…</source>
        <translation>正在保存；等待密钥库…</translation>
    </message>
    <message>
        <source>There is no connection yet. Add one, or import the .env of your scripts.</source>
        <translation>还没有连接。请添加一个，或导入您脚本使用的 .env。</translation>
    </message>
    <message>
        <source>Save the changes?</source>
        <translation>要保存更改吗？</translation>
    </message>
    <message>
        <source>“%1” is saved. No key store took its key, so it is kept only until the program ends.</source>
        <translation>“%1”已保存。没有密钥库接受其密钥，因此密钥只保留到程序结束。</translation>
    </message>
    <message>
        <source>“%1” is removed. %2</source>
        <translation>“%1”已移除。%2</translation>
    </message>
    <message>
        <source>“%1” is saved. %2</source>
        <translation>“%1”已保存。%2</translation>
    </message>
    <message>
        <source>A&amp;dd</source>
        <translation>添加(&amp;D)</translation>
    </message>
    <message>
        <source>Looking for the server above this page…</source>
        <translation>正在从该页面地址查找服务器…</translation>
    </message>
    <message>
        <source>Paste the address that you open in the browser, and the API key of an admin.</source>
        <translation>请粘贴您在浏览器中打开的地址，以及管理员的 API 密钥。</translation>
    </message>
</context>
<context>
    <name>owui::ConsentDialog</name>
    <message>
        <source>Decide how to go on</source>
        <translation>请决定如何继续</translation>
    </message>
    <message>
        <source>Nothing was sent to %1 for these plugins yet. What should happen?</source>
        <translation>尚未向 %1 发送这些插件的任何内容。应当如何处理？</translation>
    </message>
    <message>
        <source>&amp;Deploy as chosen</source>
        <translation>按所选方式部署(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Deploy to production as chosen</source>
        <translation>按所选部署到生产环境(&amp;D)</translation>
    </message>
</context>
<context>
    <name>owui::ConsentQuestion</name>
    <message>
        <source>Leave it out</source>
        <translation>跳过它</translation>
    </message>
    <message>
        <source>Create a second one with the id %1</source>
        <translation>用 ID %1 再创建一份</translation>
    </message>
    <message>
        <source>D&amp;ifferences…</source>
        <translation>差异(&amp;I)…</translation>
    </message>
    <message>
        <source>Deploy it all the same, if you agree to this:</source>
        <translation>如果您同意以下各项，则仍然部署：</translation>
    </message>
    <message>
        <source>Keep the id %1: update that, and keep that id for the file</source>
        <translation>保留 ID %1：更新它，并为该文件保留此 ID</translation>
    </message>
</context>
<context>
    <name>owui::DeleteDialog</name>
    <message>
        <source>Delete from the server</source>
        <translation>从服务器删除</translation>
    </message>
    <message>
        <source>Delete %1 (%2) from %3?</source>
        <comment>name, id, server</comment>
        <translation>要从 %3 删除 %1（%2）吗？</translation>
    </message>
    <message>
        <source>Its text is kept in the history on this computer.</source>
        <translation>其代码会保留在本机的历史记录中。</translation>
    </message>
    <message>
        <source>The server does not show its text, so it cannot be kept: there is no way back.</source>
        <translation>服务器不显示其代码，因此无法保留：删除后无法恢复。</translation>
    </message>
    <message>
        <source>It is switched on: it stops working for everybody who uses it.</source>
        <translation>它处于启用状态：删除后所有使用者都将无法使用。</translation>
    </message>
    <message>
        <source>It is shared. The shares are lost.</source>
        <translation>它已共享。共享设置将丢失。</translation>
    </message>
    <message>
        <source>Who may use it is lost.</source>
        <translation>其使用权限设置将丢失。</translation>
    </message>
    <message>
        <source>Reading which settings are stored…</source>
        <translation>正在读取已保存的设置…</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>删除(&amp;D)</translation>
    </message>
    <message>
        <source>%1 is a production server. Type the id %2 to delete it.</source>
        <translation>%1 是生产服务器。请输入 ID %2 以确认删除。</translation>
    </message>
    <message>
        <source>Id of the plugin</source>
        <translation>插件的 ID</translation>
    </message>
    <message>
        <source>No settings are stored.</source>
        <translation>没有已保存的设置。</translation>
    </message>
    <message>
        <source>Stored settings that are lost: %1</source>
        <translation>将丢失的已保存设置：%1</translation>
    </message>
    <message>
        <source>Stored settings are lost. Which ones could not be read: %1</source>
        <translation>已保存的设置将丢失。无法读取具体是哪些：%1</translation>
    </message>
    <message>
        <source>The file %1 stays as it is.</source>
        <translation>文件 %1 保持不变。</translation>
    </message>
</context>
<context>
    <name>owui::DeleteJob</name>
    <message>
        <source>It was not on the server any more.</source>
        <translation>服务器上已经没有它了。</translation>
    </message>
</context>
<context>
    <name>owui::DeployJob</name>
    <message>
        <source>Updating without looking first, as the connection says.</source>
        <translation>按照该连接的设置，不先查询，直接更新。</translation>
    </message>
    <message>
        <source>The server cannot tell what it has, so it is sent an update first.</source>
        <translation>服务器无法说明它已有什么，因此先发送更新。</translation>
    </message>
    <message>
        <source>The file starts with a byte order mark; it is sent without it.</source>
        <translation>文件以字节顺序标记（BOM）开头；发送时会去掉它。</translation>
    </message>
    <message>
        <source>The server already has exactly this; it is sent again.</source>
        <translation>服务器上的内容与此完全相同；仍会再次发送。</translation>
    </message>
    <message>
        <source>The server could not be searched for other copies of it. %1</source>
        <translation>无法在服务器上查找它的其他副本。%1</translation>
    </message>
    <message>
        <source>What was there could not be looked at, so there is no way back.</source>
        <translation>无法查看那里原有的内容，因此无法退回。</translation>
    </message>
    <message>
        <source>%1 does not have it yet, and only what it has is sent on save.</source>
        <translation>%1 上还没有它，而保存时只发送服务器已有的插件。</translation>
    </message>
    <message>
        <source>Deploy it once, or let new plugins be sent too.</source>
        <translation>先部署一次，或者允许同时发送新插件。</translation>
    </message>
    <message>
        <source>Its version could not be raised. %1</source>
        <translation>无法提高它的版本号。%1</translation>
    </message>
    <message>
        <source>The version in the file was raised from %1 to %2.</source>
        <translation>文件中的版本号已从 %1 提高到 %2。</translation>
    </message>
    <message>
        <source>The version was not raised. %1</source>
        <translation type="unfinished">版本号没有提高。%1</translation>
    </message>
</context>
<context>
    <name>owui::DetailsPane</name>
    <message>
        <source>Details of the plugin</source>
        <translation>插件详情</translation>
    </message>
    <message>
        <source>Select a plugin to see its header, its id and what was found in it.</source>
        <translation>选择一个插件，即可查看它的文件头、ID 以及检查中发现的问题。</translation>
    </message>
    <message>
        <source>by %1</source>
        <comment>author</comment>
        <translation>作者：%1</translation>
    </message>
    <message>
        <source>Found in this file</source>
        <translation>在此文件中发现</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>第 %1 行：%2</translation>
    </message>
    <message>
        <source>Id and file</source>
        <translation>ID 和文件</translation>
    </message>
    <message>
        <source>none: no rule gives a valid one</source>
        <translation>无：没有规则能得出有效的 ID</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>id, where it comes from</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>路径</translation>
    </message>
    <message>
        <source>Header</source>
        <translation>文件头</translation>
    </message>
    <message>
        <source>Compared with the server</source>
        <translation>与服务器比较</translation>
    </message>
    <message>
        <source>On the server: %1</source>
        <translation>在服务器上：%1</translation>
    </message>
    <message>
        <source>Last operation</source>
        <translation>上次操作</translation>
    </message>
    <message>
        <source>Who may use it: %1</source>
        <translation>谁可以使用：%1</translation>
    </message>
</context>
<context>
    <name>owui::DiffController</name>
    <message>
        <source>%1: server and file</source>
        <translation>%1：服务器与文件</translation>
    </message>
    <message>
        <source>The server does not show the text of %1.</source>
        <translation>服务器不显示 %1 的代码。</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>无法读取 %1：%2</translation>
    </message>
    <message>
        <source>%1 on the server</source>
        <comment>id</comment>
        <translation>服务器上的 %1</translation>
    </message>
</context>
<context>
    <name>owui::DiffDialog</name>
    <message>
        <source>&amp;Previous change</source>
        <translation>上一处更改(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Next change</source>
        <translation>下一处更改(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
</context>
<context>
    <name>owui::DiffModel</name>
    <message>
        <source>added: %1</source>
        <translation>新增：%1</translation>
    </message>
    <message>
        <source>removed: %1</source>
        <translation>移除：%1</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>第 %1 行</translation>
    </message>
</context>
<context>
    <name>owui::DiffView</name>
    <message>
        <source>%1: %2 (new)</source>
        <comment>header field</comment>
        <translation>%1：%2（新增）</translation>
    </message>
    <message>
        <source>%1: %2 (gone)</source>
        <comment>header field</comment>
        <translation>%1：%2（已移除）</translation>
    </message>
    <message>
        <source>%1: %2 → %3</source>
        <comment>header field</comment>
        <translation>%1：%2 → %3</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>正在比较…</translation>
    </message>
    <message>
        <source>Lines that differ</source>
        <translation>不同的行</translation>
    </message>
    <message>
        <source>The texts are equal.</source>
        <translation>文本相同。</translation>
    </message>
    <message>
        <source>%L1 lines added, %L2 removed.</source>
        <translation>新增 %L1 行，删除 %L2 行。</translation>
    </message>
</context>
<context>
    <name>owui::EmptyState</name>
    <message>
        <source>Deploy Open WebUI plugins from a folder</source>
        <translation>从文件夹部署 Open WebUI 插件</translation>
    </message>
    <message>
        <source>Open the folder that holds your plugins, choose a server, and click Deploy. You can drop a folder here.</source>
        <translation>打开存放插件的文件夹，选择服务器，然后点击“部署”。也可以将文件夹拖放到这里。</translation>
    </message>
    <message>
        <source>It is read, and nothing in it is changed.</source>
        <translation>只会读取，不会更改其中的任何内容。</translation>
    </message>
    <message>
        <source>&amp;Add server…</source>
        <translation>添加服务器(&amp;A)…</translation>
    </message>
    <message>
        <source>Where Open WebUI runs, and an API key for it.</source>
        <translation>Open WebUI 的运行地址，以及它的 API 密钥。</translation>
    </message>
    <message>
        <source>&amp;Try the practice server</source>
        <translation>试用练习服务器(&amp;T)</translation>
    </message>
    <message>
        <source>Sample plugins and a pretended Open WebUI on this computer. Nothing leaves it.</source>
        <translation>示例插件和本机上的模拟 Open WebUI。任何内容都不会离开本机。</translation>
    </message>
    <message>
        <source>Recent folders</source>
        <translation>最近的文件夹</translation>
    </message>
    <message>
        <source>Choos&amp;e folder…</source>
        <translation>选择文件夹(&amp;E)…</translation>
    </message>
</context>
<context>
    <name>owui::ExtraHeaderModel</name>
    <message>
        <source>(enter a value)</source>
        <translation>（请输入值）</translation>
    </message>
    <message>
        <source>hidden value</source>
        <translation>隐藏的值</translation>
    </message>
    <message>
        <source>no value</source>
        <translation>无值</translation>
    </message>
    <message>
        <source>Header</source>
        <translation>请求头</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
</context>
<context>
    <name>owui::FilterBar</name>
    <message>
        <source>What the list shows</source>
        <translation>列表显示的内容</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Pipes</source>
        <translation>Pipe</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Action</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Event</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>工具</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>有问题</translation>
    </message>
    <message>
        <source>%1 %L2</source>
        <comment>name of a filter, how many</comment>
        <translation>%1 %L2</translation>
    </message>
    <message>
        <source>To deploy</source>
        <translation>待部署</translation>
    </message>
    <message>
        <source>To decide</source>
        <translation>待决定</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>已跳过</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>Not on the server</source>
        <translation>不在服务器上</translation>
    </message>
    <message>
        <source>Only on the server</source>
        <translation>仅在服务器上</translation>
    </message>
</context>
<context>
    <name>owui::FolderController</name>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
</context>
<context>
    <name>owui::FolderMessages</name>
    <message numerus="yes">
        <source>%n more problems of this folder are in the log.</source>
        <translation>
            <numerusform>此文件夹还有 %n 个问题，见日志。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>owui::GoBack</name>
    <message>
        <source>What the server had then is not known, so there is no way back to it.</source>
        <translation>不知道服务器当时的内容，因此无法恢复。</translation>
    </message>
    <message>
        <source>Choose another entry, or deploy the version that you want from the folder.</source>
        <translation>请选择其他记录，或从文件夹部署所需的版本。</translation>
    </message>
    <message>
        <source>The server does not give that version. %1</source>
        <translation>服务器未提供该版本。%1</translation>
    </message>
    <message>
        <source>Choose another version.</source>
        <translation>请选择其他版本。</translation>
    </message>
    <message>
        <source>The server has it like that already.</source>
        <translation>服务器上已经是这样。</translation>
    </message>
    <message>
        <source>It was new then, and the server does not have it any more.</source>
        <translation>它当时是新建的，服务器上已不存在。</translation>
    </message>
    <message>
        <source>It was new then. A tool cannot be switched off, so it was left as it is.</source>
        <translation>它当时是新建的。工具无法停用，因此保持原样。</translation>
    </message>
    <message>
        <source>It was new then, and is off already.</source>
        <translation>它当时是新建的，现已停用。</translation>
    </message>
    <message>
        <source>It was new then, and is switched off now.</source>
        <translation>它当时是新建的，现在已停用。</translation>
    </message>
    <message>
        <source>No history is kept for this server, so there is no text to go back to.</source>
        <translation>此服务器没有保存历史记录，因此没有可以恢复的文本。</translation>
    </message>
    <message>
        <source>Choose a version that the server keeps, or deploy from the folder.</source>
        <translation>请选择服务器保存的版本，或从文件夹部署。</translation>
    </message>
    <message>
        <source>It could not be switched. %1</source>
        <translation>无法切换。%1</translation>
    </message>
    <message>
        <source>It was sent, but it could not be read back. %1</source>
        <translation>已发送，但无法读回核对。%1</translation>
    </message>
    <message>
        <source>Look again later.</source>
        <translation>请稍后再查看。</translation>
    </message>
    <message>
        <source>The server has another text, name or description than it had then.</source>
        <translation>服务器上的代码、名称或描述与当时不同。</translation>
    </message>
    <message>
        <source>Look at what the server has now. Somebody may have changed it at the same moment.</source>
        <translation>请查看服务器上现在的内容。可能有人同时更改了它。</translation>
    </message>
    <message>
        <source>Its text is back, but it is not switched as it was then.</source>
        <translation>代码已恢复，但启用状态与当时不同。</translation>
    </message>
    <message>
        <source>Switch it in Open WebUI&apos;s admin panel.</source>
        <translation>请在 Open WebUI 的管理面板中切换。</translation>
    </message>
    <message>
        <source>Taken back.</source>
        <translation>已恢复。</translation>
    </message>
    <message>
        <source>Taken back to %1 (was %2).</source>
        <translation>已恢复到 %1（原为 %2）。</translation>
    </message>
</context>
<context>
    <name>owui::HelpController</name>
    <message>
        <source>Guide</source>
        <translation>指南</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>About OWUI Deployer</source>
        <translation>关于 OWUI Deployer</translation>
    </message>
    <message>
        <source>This was copied. Paste it where you report the problem, and write what you did and what you expected. Keys are left out; read it through before you send it.</source>
        <translation>以下内容已复制。请将其粘贴到您报告问题的地方，并写明您做了什么以及期望的结果。其中不含密钥；发送前请通读一遍。</translation>
    </message>
    <message>
        <source>Report a problem</source>
        <translation>报告问题</translation>
    </message>
    <message>
        <source>&amp;Open the page</source>
        <translation>打开页面(&amp;O)</translation>
    </message>
</context>
<context>
    <name>owui::HistoryController</name>
    <message>
        <source>There is no deployment to this server that could be undone.</source>
        <translation>没有可以撤销的对此服务器的部署。</translation>
    </message>
    <message>
        <source>%1: then and now</source>
        <translation>%1：当时与现在</translation>
    </message>
    <message>
        <source>Nobody knows what the server has now. Refresh, and try again.</source>
        <translation>不知道服务器上现在的内容。请刷新后重试。</translation>
    </message>
    <message>
        <source>%1 then</source>
        <comment>id</comment>
        <translation>当时的 %1</translation>
    </message>
    <message>
        <source>%1 now</source>
        <comment>id</comment>
        <translation>现在的 %1</translation>
    </message>
    <message>
        <source>Wait until what runs now is over, or cancel it.</source>
        <translation>请等待当前操作结束，或将其取消。</translation>
    </message>
    <message>
        <source>Choose the server first whose plugins shall be taken back.</source>
        <translation>请先选择要恢复其插件的服务器。</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Take %1 back on the production server %2?</source>
        <translation>要在生产服务器 %2 上恢复 %1 吗？</translation>
    </message>
    <message>
        <source>Take %1 back on %2?</source>
        <translation>要在 %2 上恢复 %1 吗？</translation>
    </message>
    <message>
        <source>It was not there before: a function is switched off, a tool is left.</source>
        <translation>它之前不存在：函数将停用，工具保持原样。</translation>
    </message>
    <message>
        <source>&amp;Delete it</source>
        <translation>删除它(&amp;D)</translation>
    </message>
    <message>
        <source>Text, name, description, and whether it is on are brought back. Settings are not.</source>
        <translation>代码、名称、描述以及启用状态会恢复。设置不会。</translation>
    </message>
    <message>
        <source>&amp;Go back</source>
        <translation>恢复(&amp;G)</translation>
    </message>
    <message>
        <source>Undo the last deployment</source>
        <translation>撤销上次部署</translation>
    </message>
    <message>
        <source>Undo the deployment of %1 to the production server %2?</source>
        <translation>要撤销 %1 对生产服务器 %2 的部署吗？</translation>
    </message>
    <message>
        <source>Undo the deployment of %1 to %2?</source>
        <translation>要撤销 %1 对 %2 的部署吗？</translation>
    </message>
    <message numerus="yes">
        <source>%n plugin(s) return to what they were.</source>
        <translation>
            <numerusform>%n 个插件恢复到原来的状态。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n plugin(s) were new: functions are switched off, tools are left.</source>
        <translation>
            <numerusform>%n 个插件是新建的：函数将停用，工具保持原样。</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Delete what was new</source>
        <translation>删除新建的插件(&amp;D)</translation>
    </message>
    <message>
        <source>Settings are not brought back.</source>
        <translation>设置不会恢复。</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>Take %1 back from %2 to %3 on the production server %4?</source>
        <translation>要在生产服务器 %4 上将 %1 从 %2 恢复到 %3 吗？</translation>
    </message>
    <message>
        <source>Take %1 back from %2 to %3 on %4?</source>
        <translation>要在 %4 上将 %1 从 %2 恢复到 %3 吗？</translation>
    </message>
    <message>
        <source>&amp;Go back to %1</source>
        <translation>恢复到 %1(&amp;G)</translation>
    </message>
    <message numerus="yes">
        <source>%n plugin(s) were new: they are deleted, with their settings.</source>
        <translation>
            <numerusform>%n 个插件是新建的：将被删除，连同其设置。</numerusform>
        </translation>
    </message>
    <message>
        <source>It was not there before: it is deleted, with its settings.</source>
        <translation>它之前不存在：将被删除，连同其设置。</translation>
    </message>
</context>
<context>
    <name>owui::HistoryDialog</name>
    <message>
        <source>Reading the history…</source>
        <translation>正在读取历史记录…</translation>
    </message>
    <message>
        <source>%1 on %2: history</source>
        <comment>plugin, server</comment>
        <translation>%2 上的 %1：历史记录</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>历史事件</translation>
    </message>
    <message>
        <source>&amp;More</source>
        <translation>更多(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Differences to now…</source>
        <translation>与现在的差异(&amp;D)…</translation>
    </message>
    <message>
        <source>Nothing is known of %1 on this server.</source>
        <translation>没有 %1 在此服务器上的记录。</translation>
    </message>
    <message>
        <source>The settings of the plugin are not brought back: their values are never kept.</source>
        <translation>插件的设置不会恢复：其值从不保存。</translation>
    </message>
    <message>
        <source>&amp;Restore</source>
        <translation>恢复(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Undo creating it…</source>
        <translation>撤销创建(&amp;U)…</translation>
    </message>
    <message>
        <source>&amp;Restore: switched on</source>
        <translation>恢复：已启用(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Restore: switched off</source>
        <translation>恢复：已停用(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Restore %1</source>
        <translation>恢复 %1(&amp;R)</translation>
    </message>
</context>
<context>
    <name>owui::HistoryModel</name>
    <message>
        <source>%1 (now)</source>
        <comment>what happened, still so</comment>
        <translation>%1（当前）</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>What</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>From</source>
        <translation>原版本</translation>
    </message>
    <message>
        <source>To</source>
        <translation>新版本</translation>
    </message>
    <message>
        <source>Who and why</source>
        <translation>作者与说明</translation>
    </message>
    <message>
        <source>on its own</source>
        <comment>a change</comment>
        <translation>单独进行</translation>
    </message>
    <message>
        <source>With which run</source>
        <translation>所属批次</translation>
    </message>
    <message>
        <source>deployment</source>
        <translation>部署</translation>
    </message>
    <message>
        <source>undo of a deployment</source>
        <translation>撤销部署</translation>
    </message>
    <message>
        <source>restored from the history</source>
        <translation>从历史恢复</translation>
    </message>
</context>
<context>
    <name>owui::ListPage</name>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>There is no plugin in this folder.</source>
        <translation>此文件夹中没有插件。</translation>
    </message>
    <message>
        <source>There is nothing of this kind.</source>
        <translation>没有此类插件。</translation>
    </message>
    <message>
        <source>Nothing here matches “%1”.</source>
        <translation>没有与“%1”匹配的内容。</translation>
    </message>
</context>
<context>
    <name>owui::LogModel</name>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>Plugin</source>
        <translation>插件</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>事件</translation>
    </message>
</context>
<context>
    <name>owui::LogPane</name>
    <message>
        <source>Which lines the log shows</source>
        <translation>日志显示的行</translation>
    </message>
    <message>
        <source>All levels</source>
        <translation>所有级别</translation>
    </message>
    <message>
        <source>Warnings and errors</source>
        <translation>警告和错误</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Selected &amp;plugins only</source>
        <translation>仅所选插件(&amp;P)</translation>
    </message>
    <message>
        <source>De&amp;tails</source>
        <translation>详细信息(&amp;T)</translation>
    </message>
    <message>
        <source>One more line for each request to the server</source>
        <translation>为发往服务器的每个请求多显示一行</translation>
    </message>
    <message>
        <source>&amp;Log</source>
        <translation>日志(&amp;L)</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Save the lines shown to a file</source>
        <translation>将显示的行保存到文件</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the selected lines, or all that are shown</source>
        <translation>复制所选的行，或复制所有显示的行</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Remove every line</source>
        <translation>移除所有行</translation>
    </message>
    <message>
        <source>Save the log</source>
        <translation>保存日志</translation>
    </message>
    <message>
        <source>Text files (*.txt *.log)</source>
        <translation>文本文件 (*.txt *.log)</translation>
    </message>
    <message>
        <source>The log could not be saved to %1: %2</source>
        <translation>无法将日志保存到 %1：%2</translation>
    </message>
    <message>
        <source>Choose another place.</source>
        <translation>请选择其他位置。</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>Copy &amp;all</source>
        <translation>全部复制(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>保存(&amp;S)…</translation>
    </message>
    <message>
        <source>C&amp;lear</source>
        <translation>清空(&amp;L)</translation>
    </message>
</context>
<context>
    <name>owui::LogView</name>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
</context>
<context>
    <name>owui::MainWindow</name>
    <message>
        <source>R&amp;ecent folders</source>
        <translation>最近的文件夹(&amp;E)</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>工具栏</translation>
    </message>
    <message>
        <source>Search title, id, path, author</source>
        <translation>搜索标题、ID、路径、作者</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>What waits would not be sent. The server may still finish what it has begun.</source>
        <translation>等待中的插件将不会发送。服务器可能仍会完成已经开始的操作。</translation>
    </message>
    <message>
        <source>&amp;Stop and close</source>
        <translation>停止并关闭(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Keep open</source>
        <translation>保持打开(&amp;K)</translation>
    </message>
    <message>
        <source>Still at work</source>
        <translation>仍在工作</translation>
    </message>
    <message>
        <source>Plugins are still being deployed or taken back.</source>
        <translation>仍在部署或恢复插件。</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>清除搜索</translation>
    </message>
</context>
<context>
    <name>owui::MessageStrip</name>
    <message>
        <source>Close this message</source>
        <translation>关闭此消息</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>time, message</comment>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>owui::PlanController</name>
    <message>
        <source>Looking at the server, to plan…</source>
        <translation>正在查看服务器以制定计划…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>There is no plan, because %1 could not be asked what it has. %2</source>
        <translation>没有计划，因为无法询问 %1 上有什么。%2</translation>
    </message>
</context>
<context>
    <name>owui::PlanDialog</name>
    <message>
        <source>&amp;Always show the plan</source>
        <translation>始终显示计划(&amp;A)</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>This is what deploying to the production server %1 (%2) would do.</source>
        <translation>部署到生产服务器 %1（%2）将执行以下操作。</translation>
    </message>
    <message>
        <source>This is what deploying to %1 (%2) would do.</source>
        <translation>部署到 %1（%2）将执行以下操作。</translation>
    </message>
    <message>
        <source>Shown in the server&apos;s own list of versions. {version}, {branch}, {commit} and {changes} are filled in. Kept for this connection.</source>
        <translation>显示在服务器自己的版本列表中。{version}、{branch}、{commit} 和 {changes} 会被填充。按连接保存。</translation>
    </message>
    <message>
        <source>&amp;Send unchanged ones too</source>
        <translation>同时发送未更改的插件(&amp;S)</translation>
    </message>
    <message>
        <source>Also before a single plugin is deployed. A production server always shows it.</source>
        <translation>部署单个插件前也显示。生产服务器始终显示。</translation>
    </message>
    <message>
        <source>Nothing is ticked.</source>
        <translation>未勾选任何插件。</translation>
    </message>
    <message>
        <source>&amp;Deploy (%L1)</source>
        <translation>部署(&amp;D)（%L1）</translation>
    </message>
    <message>
        <source>&amp;Use the id %1, and update that</source>
        <translation>使用 ID %1 并更新它(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Note for the server:</source>
        <translation>给服务器的备注(&amp;N)：</translation>
    </message>
    <message>
        <source>With %1 the server gets “%2”.</source>
        <translation>对于 %1，服务器会收到“%2”。</translation>
    </message>
    <message>
        <source>&amp;Deploy to production (%L1)</source>
        <translation>部署到生产环境 (%L1)(&amp;D)</translation>
    </message>
    <message>
        <source>Nothing to do: it is the same.</source>
        <translation>无需操作：内容相同。</translation>
    </message>
    <message>
        <source>Nothing to do: all %L1 are the same.</source>
        <translation>无需操作：全部 %L1 个都相同。</translation>
    </message>
    <message>
        <source>%L1 to create</source>
        <translation>%L1 个待创建</translation>
    </message>
    <message>
        <source>%L1 to update</source>
        <translation>%L1 个待更新</translation>
    </message>
    <message>
        <source>%L1 to send again</source>
        <translation>%L1 个将再次发送</translation>
    </message>
    <message>
        <source>&amp;Raise the version in the file to %1</source>
        <translation>将文件中的版本号提高到 %1(&amp;R)</translation>
    </message>
</context>
<context>
    <name>owui::PlanModel</name>
    <message>
        <source>%1 (and %L2 more)</source>
        <comment>warning, how many</comment>
        <translation>%1（另有 %L2 条）</translation>
    </message>
    <message>
        <source>Plugin</source>
        <translation>插件</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>将执行的操作</translation>
    </message>
    <message>
        <source>To know before</source>
        <translation>注意事项</translation>
    </message>
</context>
<context>
    <name>owui::PluginActions</name>
    <message>
        <source>&amp;Use this file</source>
        <translation>使用此文件(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Include</source>
        <translation>包含(&amp;I)</translation>
    </message>
    <message>
        <source>E&amp;xclude</source>
        <translation>排除(&amp;X)</translation>
    </message>
    <message>
        <source>Open in &amp;editor</source>
        <translation>在编辑器中打开(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Show in folder</source>
        <translation>在文件夹中显示(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Copy id</source>
        <translation>复制 ID(&amp;C)</translation>
    </message>
    <message>
        <source>Choose the id that this file has on every server</source>
        <translation>选择此文件在所有服务器上使用的 ID</translation>
    </message>
    <message>
        <source>Of the files that share this id, deploy this one and exclude the others</source>
        <translation>在 ID 相同的文件中部署这一个，并排除其他文件</translation>
    </message>
    <message>
        <source>Treat this file as a plugin to deploy</source>
        <translation>将此文件视为要部署的插件</translation>
    </message>
    <message>
        <source>Never deploy this file</source>
        <translation>永不部署此文件</translation>
    </message>
    <message>
        <source>No program could be started to show %1.</source>
        <translation>无法启动用于显示 %1 的程序。</translation>
    </message>
    <message>
        <source>Choose a text editor for Python files in the settings of your desktop.</source>
        <translation>请在桌面设置中为 Python 文件选择文本编辑器。</translation>
    </message>
    <message>
        <source>No program could be started to show the folder of %1.</source>
        <translation>无法启动用于显示 %1 所在文件夹的程序。</translation>
    </message>
    <message>
        <source>&amp;Differences…</source>
        <translation>差异(&amp;D)…</translation>
    </message>
    <message>
        <source>Save to &amp;folder…</source>
        <translation>保存到文件夹(&amp;F)…</translation>
    </message>
    <message>
        <source>Show what differs between the file and the server</source>
        <translation>显示文件与服务器之间的差异</translation>
    </message>
    <message>
        <source>&amp;History…</source>
        <translation>历史记录(&amp;H)…</translation>
    </message>
    <message>
        <source>Deploy this file as the plugin that the server has already</source>
        <translation>将此文件作为服务器上已有的插件部署</translation>
    </message>
    <message>
        <source>The id of an export&apos;s entry is the one it has there. Save its code as a Python file to give it another one.</source>
        <translation>导出条目的 ID 就是其中写明的 ID。要换一个，请把代码另存为 Python 文件。</translation>
    </message>
    <message>
        <source>Use the id %1</source>
        <translation>使用 ID %1</translation>
    </message>
    <message>
        <source>Set the id</source>
        <translation>设置 ID</translation>
    </message>
    <message>
        <source>Id of %1 on every server. Leave it empty to let the file decide.</source>
        <translation>%1 在每个服务器上的 ID。留空则由文件决定。</translation>
    </message>
    <message>
        <source>Set &amp;id…</source>
        <translation>设置 ID(&amp;I)…</translation>
    </message>
    <message>
        <source>Se&amp;nd again</source>
        <translation>再次发送(&amp;N)</translation>
    </message>
    <message>
        <source>Send the file although the server has the same</source>
        <translation>即使服务器上的内容相同也发送该文件</translation>
    </message>
    <message>
        <source>Copy pa&amp;th</source>
        <translation>复制路径(&amp;T)</translation>
    </message>
    <message>
        <source>Copy the e&amp;rror</source>
        <translation>复制错误(&amp;R)</translation>
    </message>
    <message>
        <source>Switch &amp;on</source>
        <translation>启用(&amp;O)</translation>
    </message>
    <message>
        <source>Let people use the function</source>
        <translation>让用户可以使用该函数</translation>
    </message>
    <message>
        <source>S&amp;witch off</source>
        <translation>停用(&amp;W)</translation>
    </message>
    <message>
        <source>Nobody can use the function until it is on</source>
        <translation>启用之前没有人可以使用该函数</translation>
    </message>
    <message>
        <source>Switc&amp;h on or off</source>
        <translation>切换启用或停用(&amp;H)</translation>
    </message>
    <message>
        <source>De&amp;lete from server…</source>
        <translation>从服务器删除(&amp;L)…</translation>
    </message>
    <message>
        <source>Write the next version into the header; nothing else of the file changes</source>
        <translation>将下一个版本号写入文件头；文件的其他内容不变</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>patch, the next version</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>&amp;Patch</source>
        <translation>修订号(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Minor</source>
        <translation>次版本号(&amp;M)</translation>
    </message>
    <message>
        <source>M&amp;ajor</source>
        <translation>主版本号(&amp;A)</translation>
    </message>
    <message>
        <source>Loo&amp;k at line %L1</source>
        <translation>查看第 %L1 行(&amp;K)</translation>
    </message>
    <message>
        <source>Choose another editor in the settings of this program.</source>
        <translation>请在本程序的设置中选择其他编辑器。</translation>
    </message>
    <message>
        <source>Open the file at the line that something is wrong with</source>
        <translation>打开文件中有问题的那一行</translation>
    </message>
    <message>
        <source>Open in O&amp;pen WebUI</source>
        <translation>在 Open WebUI 中打开(&amp;P)</translation>
    </message>
    <message>
        <source>Show the plugin&apos;s page of the server in the browser</source>
        <translation>在浏览器中显示服务器上该插件的页面</translation>
    </message>
    <message>
        <source>Raise the &amp;version</source>
        <translation>提高版本号(&amp;V)</translation>
    </message>
</context>
<context>
    <name>owui::PluginChange</name>
    <message>
        <source>The update was answered with HTTP %1, creating it.</source>
        <translation>更新请求得到的答复是 HTTP %1，正在创建。</translation>
    </message>
    <message>
        <source>The server took it for another kind of function than it is here.</source>
        <translation>服务器把它当成了与本机不同类型的函数。</translation>
    </message>
    <message>
        <source>The tool is shared differently than before. Look at its access on the server.</source>
        <translation>该工具的共享方式与之前不同。请在服务器上查看其访问权限。</translation>
    </message>
    <message>
        <source>The code loads, but the server cannot use its class Tools: making it, or reading its methods&apos; types, fails. Nothing was stored.</source>
        <translation>代码可以加载，但服务器无法使用其 Tools 类：创建实例或读取其方法的类型时失败。没有保存任何内容。</translation>
    </message>
    <message>
        <source>Look at Tools.__init__ and at the types of its methods&apos; parameters.</source>
        <translation>请查看 Tools.__init__ 以及其方法的参数类型。</translation>
    </message>
    <message>
        <source>Nobody knows yet whether it was done: %1 Looking again until it is clear.</source>
        <translation>还不清楚是否已完成：%1 将继续查询，直到查明为止。</translation>
    </message>
    <message>
        <source>It was cancelled too late: the server had already done it.</source>
        <translation>取消得太晚：服务器已经完成了。</translation>
    </message>
    <message>
        <source>Wait until the server has finished, then look again or deploy again.</source>
        <translation>请等待服务器处理完毕，然后再次查看或再次部署。</translation>
    </message>
    <message>
        <source>Cancelled: the update was refused, and nothing was created.</source>
        <translation>已取消：更新被拒绝，没有创建任何内容。</translation>
    </message>
    <message>
        <source>It could not be read back, so only the server&apos;s answer says that it is there. %1</source>
        <translation>无法回读，因此只有服务器的答复表明它存在。%1</translation>
    </message>
    <message>
        <source>This release forgets a new filter&apos;s switch for users, so it is sent once more.</source>
        <translation>此版本不会记住新 Filter 的用户开关，因此会再发送一次。</translation>
    </message>
    <message>
        <source>The switch for users was not stored. %1</source>
        <translation>用户开关没有保存。%1</translation>
    </message>
    <message>
        <source>It could not be switched on. %1</source>
        <translation>无法启用它。%1</translation>
    </message>
    <message>
        <source>The server answered that it was updated, but it has another text than was sent.</source>
        <translation>服务器答复说已更新，但它的内容与发送的不同。</translation>
    </message>
    <message>
        <source>Look at the difference: somebody may have saved there at the same moment.</source>
        <translation>请查看差异：可能有人同时在那里保存了内容。</translation>
    </message>
    <message>
        <source>It is not proved: only the server&apos;s answer says so, without the text.</source>
        <translation>未经证实：只有服务器的答复这样表示，而且没有内容。</translation>
    </message>
    <message>
        <source>The server had answered that it was created.</source>
        <translation>服务器曾答复说已创建。</translation>
    </message>
    <message>
        <source>Someone else created exactly this at the same moment.</source>
        <translation>有人同时创建了完全相同的内容。</translation>
    </message>
    <message>
        <source>The server has exactly what was sent, though it answered otherwise. %1</source>
        <translation>服务器上的内容与发送的完全相同，尽管它的答复并非如此。%1</translation>
    </message>
    <message>
        <source>The server does not have it at the moment.</source>
        <translation>服务器上目前没有它。</translation>
    </message>
    <message>
        <source>The server has no way to tell what it has.</source>
        <translation>服务器无法告知它有什么。</translation>
    </message>
    <message>
        <source>The server cannot be asked at the moment.</source>
        <translation>目前无法查询服务器。</translation>
    </message>
    <message>
        <source>The server does not show its text.</source>
        <translation>服务器不显示它的内容。</translation>
    </message>
    <message>
        <source>The server has exactly this text, but it may have had it before.</source>
        <translation>服务器上正是此内容，但它可能之前就有。</translation>
    </message>
    <message>
        <source>The server has the old text at the moment.</source>
        <translation>服务器上目前是旧的内容。</translation>
    </message>
    <message>
        <source>The server has another text at the moment.</source>
        <translation>服务器上目前是另外的内容。</translation>
    </message>
    <message>
        <source>Cancelled after it was sent.</source>
        <translation>发送后被取消。</translation>
    </message>
    <message>
        <source>Nobody knows whether it was done.</source>
        <translation>不清楚是否已完成。</translation>
    </message>
    <message>
        <source>It may still be done.</source>
        <translation>它仍可能会完成。</translation>
    </message>
</context>
<context>
    <name>owui::PluginFolder</name>
    <message>
        <source>The system does not allow to watch so many files. Changes on disk are not all noticed.</source>
        <translation>系统不允许监视这么多文件。磁盘上的更改不一定都能察觉。</translation>
    </message>
    <message>
        <source>Press F5 to rescan the folder after you changed files.</source>
        <translation>更改文件后，请按 F5 重新扫描文件夹。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is an entry of an export, whose id is the one it has there.</source>
        <translation>“%1”是导出文件中的条目，其 ID 就是其中写明的 ID。</translation>
    </message>
    <message>
        <source>Save its code as a Python file to give it another id.</source>
        <translation>要换一个 ID，请把代码另存为 Python 文件。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was changed since, so the last decision was not taken back.</source>
        <translation>“%1”在此后被修改，因此未撤回上一个决定。</translation>
    </message>
    <message>
        <source>Decide anew about the file.</source>
        <translation>请重新对该文件做出决定。</translation>
    </message>
</context>
<context>
    <name>owui::PluginHistory</name>
    <message>
        <source>The server&apos;s own versions could not be read. %1</source>
        <translation>无法读取服务器自己的版本。%1</translation>
    </message>
</context>
<context>
    <name>owui::PluginView</name>
    <message>
        <source>Plugins</source>
        <translation>插件</translation>
    </message>
    <message>
        <source>C&amp;olumns</source>
        <translation>列(&amp;O)</translation>
    </message>
</context>
<context>
    <name>owui::PracticeProcess</name>
    <message numerus="yes">
        <source>The practice server did not start within %n seconds.</source>
        <translation>
            <numerusform>练习服务器在 %n 秒内没有启动。</numerusform>
        </translation>
    </message>
    <message>
        <source>The practice server is not installed: there is no program &quot;owui-practice&quot;.</source>
        <translation>没有安装练习服务器：找不到程序“owui-practice”。</translation>
    </message>
    <message>
        <source>The program &quot;owui-practice&quot; did not say where it listens. It may be of another version.</source>
        <translation>程序“owui-practice”没有说明其监听地址。它可能是其他版本。</translation>
    </message>
    <message>
        <source>Practice server</source>
        <translation>练习服务器</translation>
    </message>
    <message>
        <source>Install the practice server, or add a connection to an Open WebUI of your own instead.</source>
        <translation>请安装练习服务器，或改为添加到您自己的 Open WebUI 的连接。</translation>
    </message>
    <message>
        <source>The practice server could not be started: %1.</source>
        <translation>无法启动练习服务器：%1。</translation>
    </message>
    <message>
        <source>The practice server ended before it was ready.</source>
        <translation>练习服务器在就绪之前就结束了。</translation>
    </message>
</context>
<context>
    <name>owui::ProxyQuestion</name>
    <message>
        <source>The proxy %1 does not answer.</source>
        <translation>代理 %1 没有响应。</translation>
    </message>
    <message>
        <source>The proxy %1 wants a sign-in by %2.</source>
        <translation>代理 %1 要求用 %2 登录。</translation>
    </message>
    <message>
        <source>The proxy %1 answers with HTTP %2.</source>
        <translation>代理 %1 返回 HTTP %2。</translation>
    </message>
</context>
<context>
    <name>owui::Run</name>
    <message>
        <source>Nothing was sent. %1</source>
        <translation>没有发送任何内容。%1</translation>
    </message>
    <message numerus="yes">
        <source>%n plugin(s) wait, because the rest would end the same. %1</source>
        <translation>
            <numerusform>%n 个插件未处理，因为其余的也会得到同样的结果。%1</numerusform>
        </translation>
    </message>
    <message>
        <source>The server was not made to notice the changed pipes; reload Open WebUI&apos;s page to see them. %1</source>
        <translation>未能让服务器注意到已更改的 Pipe；请重新加载 Open WebUI 的页面以查看它们。%1</translation>
    </message>
</context>
<context>
    <name>owui::RunController</name>
    <message>
        <source>Connections…</source>
        <translation>连接…</translation>
    </message>
    <message>
        <source>Practice server</source>
        <translation>练习服务器</translation>
    </message>
    <message>
        <source>No server is chosen to deploy to. Add one, or practise first.</source>
        <translation>没有选择要部署到的服务器。请添加一个，或先进行练习。</translation>
    </message>
    <message>
        <source>The folder is still being read. Deploy once it is complete, when ids that are taken twice are known.</source>
        <translation>仍在读取文件夹。请等读取完成、重复的 ID 都已查明后再部署。</translation>
    </message>
    <message>
        <source>Taking back…</source>
        <translation>正在恢复…</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Cancel the rest</source>
        <translation>取消其余的</translation>
    </message>
    <message>
        <source>Show failed</source>
        <translation>显示失败的</translation>
    </message>
    <message>
        <source>Retry failed</source>
        <translation>重试失败的</translation>
    </message>
    <message>
        <source>Try again and ask for the reason</source>
        <translation>再试一次并询问原因</translation>
    </message>
    <message>
        <source>Decide…</source>
        <translation>决定…</translation>
    </message>
    <message>
        <source>Take back all the same</source>
        <translation>仍然恢复</translation>
    </message>
    <message>
        <source>The files of the last deployment are no longer in the folder.</source>
        <translation>上次部署的文件已不在此文件夹中。</translation>
    </message>
    <message>
        <source>Switch it on</source>
        <translation>启用它</translation>
    </message>
    <message>
        <source>Switch them on</source>
        <translation>启用它们</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>owui::SecretEditor</name>
    <message>
        <source>The server did not say when the session ends.</source>
        <translation>服务器没有说明会话何时结束。</translation>
    </message>
    <message>
        <source>The session ended on %1. Sign in again.</source>
        <translation>会话已于 %1 结束。请重新登录。</translation>
    </message>
    <message>
        <source>The session ends on %1.</source>
        <translation>会话将于 %1 结束。</translation>
    </message>
    <message>
        <source>Re&amp;place…</source>
        <translation>替换(&amp;P)…</translation>
    </message>
    <message>
        <source>Remo&amp;ve</source>
        <translation>移除(&amp;V)</translation>
    </message>
    <message>
        <source>API &amp;key:</source>
        <translation>API 密钥(&amp;K)：</translation>
    </message>
    <message>
        <source>Sho&amp;w</source>
        <translation>显示(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Forget this session</source>
        <translation>忘记此会话(&amp;F)</translation>
    </message>
    <message>
        <source>The address is another server now. Its key must be entered again.</source>
        <translation>地址现在指向另一台服务器。必须重新输入它的密钥。</translation>
    </message>
    <message>
        <source>The address is another server now. Sign in there again.</source>
        <translation>地址现在指向另一台服务器。请在那里重新登录。</translation>
    </message>
    <message>
        <source>Asking the key store…</source>
        <translation>正在查询密钥库…</translation>
    </message>
    <message>
        <source>A key is stored for this server.</source>
        <translation>已存有此服务器的密钥。</translation>
    </message>
    <message>
        <source>A new key was entered. Save stores it.</source>
        <translation>已输入新密钥。点击“保存”即可存储。</translation>
    </message>
    <message>
        <source>Save removes the key.</source>
        <translation>点击“保存”会移除密钥。</translation>
    </message>
    <message>
        <source>In Open WebUI: Settings, Account, API keys. It needs an admin.</source>
        <translation>在 Open WebUI 的“设置 &gt; 账号 &gt; API 密钥”中获取。需要管理员账号。</translation>
    </message>
    <message>
        <source>Signed in; Save stores the session.</source>
        <translation>已登录；点击“保存”即可存储会话。</translation>
    </message>
    <message>
        <source>A session is stored.</source>
        <translation>已存有会话。</translation>
    </message>
    <message>
        <source>Save forgets the session.</source>
        <translation>点击“保存”会忘记会话。</translation>
    </message>
    <message>
        <source>Kept in the key store of your desktop; where there is none, in a file that only you can read.</source>
        <translation>保存在桌面的密钥库中；没有密钥库时，保存在只有您能读取的文件中。</translation>
    </message>
    <message>
        <source>Kept in the key store of your desktop; where there is none, only until the program ends.</source>
        <translation>保存在桌面的密钥库中；没有密钥库时，只保留到程序结束。</translation>
    </message>
    <message>
        <source>Not signed in. The password is not kept, only the session. An account with a second factor needs an API key. A server without accounts (WEBUI_AUTH=false) takes any e-mail address and password.</source>
        <translation>未登录。程序不保存密码，只保存会话。使用双重验证的账号需要 API 密钥。没有账号的服务器（WEBUI_AUTH=false）接受任意邮箱地址和密码。</translation>
    </message>
    <message>
        <source>Pass&amp;word:</source>
        <translation>密码(&amp;W)：</translation>
    </message>
    <message>
        <source>&amp;E-mail:</source>
        <translation>电子邮件(&amp;E)：</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>正在登录…</translation>
    </message>
    <message>
        <source>Signing in was cancelled.</source>
        <translation>登录已取消。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Enter the server&apos;s address first.</source>
        <translation>请先输入服务器地址。</translation>
    </message>
    <message>
        <source>Keep the stored ke&amp;y</source>
        <translation>保留已保存的密钥(&amp;Y)</translation>
    </message>
    <message>
        <source>Where there is no key store, use a file that on&amp;ly I can read</source>
        <translation>没有密钥库时，使用只有我能读取的文件(&amp;L)</translation>
    </message>
    <message>
        <source>Si&amp;gn in with:</source>
        <translation>登录方式(&amp;G)：</translation>
    </message>
    <message>
        <source>S&amp;ign in</source>
        <translation>登录(&amp;I)</translation>
    </message>
</context>
<context>
    <name>owui::SecretStore</name>
    <message>
        <source>Unlock the key store, or enter the key again.</source>
        <translation>请解锁密钥库，或重新输入密钥。</translation>
    </message>
    <message>
        <source>The key store refused to delete the key of %1.</source>
        <translation>密钥库拒绝删除 %1 的密钥。</translation>
    </message>
    <message>
        <source>Unlock the key store and delete the entry there.</source>
        <translation>请解锁密钥库，并在其中删除该条目。</translation>
    </message>
    <message>
        <source>The key of %1 is in the key store, but an older one may stay in a file. %2</source>
        <translation>%1 的密钥在密钥库中，但文件里可能还留有旧的密钥。%2</translation>
    </message>
    <message>
        <source>The key of %1 is kept for this run only. %2</source>
        <translation>%1 的密钥只在本次运行中保留。%2</translation>
    </message>
    <message>
        <source>The key of %1 is kept for this run only, but an older one may stay in a file. %2</source>
        <translation>%1 的密钥只在本次运行中保留，但文件里可能还留有旧的密钥。%2</translation>
    </message>
    <message>
        <source>The key of %1 may stay in a file. %2</source>
        <translation>%1 的密钥可能仍留在文件中。%2</translation>
    </message>
    <message>
        <source>The key store is locked, or refused to hand out the key of %1.</source>
        <translation>密钥库已锁定，或拒绝提供 %1 的密钥。</translation>
    </message>
    <message>
        <source>Unlock the key store on the desktop, or use --url with --key-file.</source>
        <translation>请在桌面上解锁密钥库，或使用 --url 和 --key-file。</translation>
    </message>
</context>
<context>
    <name>owui::SeenLabel</name>
    <message>
        <source>looking…</source>
        <comment>at the server</comment>
        <translation>正在查看…</translation>
    </message>
    <message>
        <source>not looked yet</source>
        <comment>at the server</comment>
        <translation>尚未查看</translation>
    </message>
    <message>
        <source>seen just now</source>
        <translation>刚刚查看</translation>
    </message>
    <message>
        <source>seen %L1 min ago</source>
        <translation>%L1 分钟前查看</translation>
    </message>
    <message>
        <source>seen %L1 h ago</source>
        <translation>%L1 小时前查看</translation>
    </message>
    <message>
        <source>seen %1</source>
        <comment>date</comment>
        <translation>查看于 %1</translation>
    </message>
    <message>
        <source>Everything there was looked at at %1</source>
        <translation>%1 查看过那里的全部内容</translation>
    </message>
</context>
<context>
    <name>owui::ServerJob</name>
    <message>
        <source>What the server has now could not be stored, so there would be no way back. %1</source>
        <translation>无法保存服务器上现在的内容，因此将无法恢复。%1</translation>
    </message>
    <message>
        <source>Mend the history first; nothing was sent.</source>
        <translation>请先修复历史记录；未发送任何内容。</translation>
    </message>
    <message>
        <source>What the server has now could not be stored. %1</source>
        <translation>无法保存服务器上现在的内容。%1</translation>
    </message>
    <message>
        <source>“%1” is marked as a production server.</source>
        <translation>“%1”被标记为生产服务器。</translation>
    </message>
    <message>
        <source>Confirm that you want to change it.</source>
        <translation>请确认要对其进行更改。</translation>
    </message>
    <message>
        <source>Interrupted while the server was at work; it may still finish it.</source>
        <translation>在服务器处理时被中断；它可能仍会完成。</translation>
    </message>
    <message>
        <source>Interrupted before anything was sent.</source>
        <translation>在发送任何内容之前被中断。</translation>
    </message>
    <message>
        <source>Do it again: what the server already has is left alone.</source>
        <translation>请再做一次：服务器上已有的内容不会被改动。</translation>
    </message>
    <message>
        <source>Nothing was sent, because the server could not be asked what it has. %1</source>
        <translation>未发送任何内容，因为无法查询服务器上的内容。%1</translation>
    </message>
</context>
<context>
    <name>owui::ServerOnlyController</name>
    <message>
        <source>The server does not show the text of %1.</source>
        <translation>服务器不显示 %1 的代码。</translation>
    </message>
    <message>
        <source>Ask somebody who may see it, or sign in as its owner.</source>
        <translation>请询问有权查看的人，或以其所有者身份登录。</translation>
    </message>
    <message>
        <source>Save %1</source>
        <translation>保存 %1</translation>
    </message>
    <message>
        <source>Python files (*.py)</source>
        <translation>Python 文件 (*.py)</translation>
    </message>
    <message>
        <source>Saved to %1.</source>
        <translation>已保存到 %1。</translation>
    </message>
    <message>
        <source>%1 has exactly this text already.</source>
        <translation>%1 的内容已完全相同。</translation>
    </message>
    <message>
        <source>Write over the file</source>
        <translation>覆盖文件</translation>
    </message>
    <message>
        <source>%1 is there already, with another text.</source>
        <translation>%1 已存在，且内容不同。</translation>
    </message>
    <message>
        <source>Writing over it loses what it has.</source>
        <translation>覆盖会丢失其现有内容。</translation>
    </message>
    <message>
        <source>&amp;Write over it</source>
        <translation>覆盖(&amp;W)</translation>
    </message>
    <message>
        <source>The practice server has no pages for a browser.</source>
        <translation>练习服务器没有可供浏览器查看的页面。</translation>
    </message>
    <message>
        <source>No browser could be started to show %1.</source>
        <translation>无法启动浏览器来显示 %1。</translation>
    </message>
    <message>
        <source>Choose a browser in the settings of your desktop.</source>
        <translation>请在桌面设置中选择浏览器。</translation>
    </message>
</context>
<context>
    <name>owui::ServerSession</name>
    <message>
        <source>%1 %2: %3, %4 bytes sent, %5 received, %6 ms</source>
        <translation>%1 %2：%3，已发送 %4 字节，已接收 %5 字节，%6 毫秒</translation>
    </message>
    <message>
        <source>There is no key for %1 yet.</source>
        <translation>%1 还没有密钥。</translation>
    </message>
    <message>
        <source>Enter it in its connection.</source>
        <translation>请在其连接中输入密钥。</translation>
    </message>
</context>
<context>
    <name>owui::SettingsDialog</name>
    <message>
        <source>&amp;Always show the plan</source>
        <translation>始终显示计划(&amp;A)</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Deploying</source>
        <translation>部署</translation>
    </message>
    <message>
        <source>Also before a single plugin is deployed. A production server always shows it.</source>
        <translation>部署单个插件前也显示。生产服务器始终显示。</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史记录</translation>
    </message>
    <message>
        <source> MiB</source>
        <translation> MiB</translation>
    </message>
    <message>
        <source> days</source>
        <translation> 天</translation>
    </message>
    <message>
        <source>At &amp;most:</source>
        <translation>最多(&amp;M)：</translation>
    </message>
    <message>
        <source>&amp;Keep for:</source>
        <translation>保留(&amp;K)：</translation>
    </message>
    <message>
        <source>What servers had before each change is kept on this computer. With the next change, what is older or too much is taken away, the oldest first; then there is no way back to it.</source>
        <translation>每次更改前服务器上的内容都保存在此计算机上。下次更改时，过旧或过多的内容会被清除，最旧的最先清除；之后便无法恢复到它。</translation>
    </message>
    <message>
        <source>&amp;Raise the patch number by itself, in this folder</source>
        <translation>在此文件夹中自动提高修订号(&amp;R)</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>&amp;Colours:</source>
        <translation>颜色(&amp;C)：</translation>
    </message>
    <message>
        <source>&amp;Language:</source>
        <translation>语言(&amp;L)：</translation>
    </message>
    <message>
        <source>The program speaks it from its next start on.</source>
        <translation>程序下次启动后使用该语言。</translation>
    </message>
    <message>
        <source>In the file, when a changed text is deployed that still has the server&apos;s version. The plan shows it. It is kept in the folder&apos;s .owui-deploy.json, so it also holds for owui-deploy.</source>
        <translation>部署的文本已改动但仍是服务器上的版本号时，在文件中提高修订号。计划会显示这一点。该设置保存在文件夹的 .owui-deploy.json 中，因此对 owui-deploy 同样有效。</translation>
    </message>
    <message>
        <source>Looking at files</source>
        <translation>查看文件</translation>
    </message>
    <message>
        <source>As the desktop does, without the line</source>
        <translation>按桌面的默认方式，不定位到行</translation>
    </message>
    <message>
        <source>The command that opens a file at a line. {file} and {line} are filled in.</source>
        <translation>打开文件并定位到行的命令。{file} 和 {line} 会被替换。</translation>
    </message>
    <message>
        <source>&amp;Editor:</source>
        <translation>编辑器(&amp;E)：</translation>
    </message>
</context>
<context>
    <name>owui::SignInDialog</name>
    <message>
        <source>Sign in to %1</source>
        <translation>登录到 %1</translation>
    </message>
</context>
<context>
    <name>owui::StatusProgress</name>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>%L1 of %L2</source>
        <comment>done, total</comment>
        <translation>%L1 / %L2</translation>
    </message>
    <message>
        <source>%1 · %L2 failed</source>
        <comment>progress, how many</comment>
        <translation>%1 · %L2 个失败</translation>
    </message>
    <message>
        <source>Reading the folder… %L1</source>
        <comment>how many files</comment>
        <translation>正在读取文件夹… %L1</translation>
    </message>
    <message>
        <source>Reading the server…</source>
        <translation>正在读取服务器…</translation>
    </message>
    <message>
        <source>At work…</source>
        <translation>正在处理…</translation>
    </message>
    <message>
        <source>Looking up %L1 of %L2 on the server…</source>
        <comment>done, total</comment>
        <translation>正在服务器上查询第 %L1 个，共 %L2 个…</translation>
    </message>
</context>
<context>
    <name>owui::SwitchController</name>
    <message>
        <source>Switch on</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>&amp;Switch on</source>
        <translation>启用(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Switch off</source>
        <translation>停用(&amp;S)</translation>
    </message>
    <message numerus="yes">
        <source>Switch on %n functions on the production server %1?</source>
        <translation>
            <numerusform>要在生产服务器 %1 上启用 %n 个函数吗？</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Switch off %n functions on the production server %1?</source>
        <translation>
            <numerusform>要在生产服务器 %1 上停用 %n 个函数吗？</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Switch on %n functions on the server %1?</source>
        <translation>
            <numerusform>要在服务器 %1 上启用 %n 个函数吗？</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Switch off %n functions on the server %1?</source>
        <translation>
            <numerusform>要在服务器 %1 上停用 %n 个函数吗？</numerusform>
        </translation>
    </message>
    <message>
        <source>Switch on %1 on the production server %2?</source>
        <translation>要在生产服务器 %2 上启用 %1 吗？</translation>
    </message>
    <message>
        <source>Switch off %1 on the production server %2?</source>
        <translation>要在生产服务器 %2 上停用 %1 吗？</translation>
    </message>
    <message>
        <source>Switch on %1 on the server %2?</source>
        <translation>要在服务器 %2 上启用 %1 吗？</translation>
    </message>
    <message>
        <source>Switch off %1 on the server %2?</source>
        <translation>要在服务器 %2 上停用 %1 吗？</translation>
    </message>
    <message>
        <source>Global, so that it changes every chat at once: %1.</source>
        <translation>全局函数，会立即影响所有对话：%1。</translation>
    </message>
</context>
<context>
    <name>owui::SwitchJob</name>
    <message>
        <source>It is on already.</source>
        <translation>已经启用。</translation>
    </message>
    <message>
        <source>It is off already.</source>
        <translation>已经停用。</translation>
    </message>
    <message>
        <source>It was made global since you looked, so that switching it would change every chat at once.</source>
        <translation>在您查看之后它被设为全局，切换它会立即影响所有对话。</translation>
    </message>
    <message>
        <source>Look at what the server has now, then switch it again.</source>
        <translation>请先查看服务器上的现状，再重新切换。</translation>
    </message>
</context>
<context>
    <name>owui::WatchController</name>
    <message>
        <source>Deploy on save</source>
        <translation>保存即部署</translation>
    </message>
    <message>
        <source>%1 is a production server. Send each plugin to it as soon as it is saved?</source>
        <translation>%1 是生产服务器。每个插件一保存就发送到那里吗？</translation>
    </message>
    <message>
        <source>Nothing else is asked while this is on. It ends with another folder or server, and with the program.</source>
        <translation>开启期间不再询问。换文件夹、换服务器或退出程序时，它就关闭。</translation>
    </message>
    <message>
        <source>&amp;Deploy on save</source>
        <translation>保存即部署(&amp;D)</translation>
    </message>
    <message>
        <source>Open a folder first, to have what is saved in it deployed.</source>
        <translation>请先打开一个文件夹，其中保存的内容才能部署。</translation>
    </message>
    <message>
        <source>Choose a server first, to have what is saved deployed there.</source>
        <translation>请先选择一个服务器，保存的内容才能部署到那里。</translation>
    </message>
    <message>
        <source>%1 does not answer any more, so what is saved waits until it does. %2</source>
        <translation>%1 不再应答，所以保存的内容会等到它恢复应答。%2</translation>
    </message>
    <message>
        <source>The system does not allow to watch so many files, so a save is noticed a little later.</source>
        <translation>系统不允许监视这么多文件，所以会稍晚一点才注意到保存。</translation>
    </message>
    <message>
        <source>%1 is live already</source>
        <translation>%1 已经生效</translation>
    </message>
    <message>
        <source>%1 live after %2 ms</source>
        <translation>%1 在 %2 毫秒后生效</translation>
    </message>
    <message>
        <source>%1 waits for a decision</source>
        <translation>%1 等待决定</translation>
    </message>
    <message>
        <source>%1 was not deployed</source>
        <translation>%1 没有部署</translation>
    </message>
    <message numerus="yes">
        <source>%n plugin(s) changed at once, so nothing of them was sent.</source>
        <translation>
            <numerusform>%n 个插件同时改动，所以都没有发送。</numerusform>
        </translation>
    </message>
    <message>
        <source>Plan…</source>
        <translation>计划…</translation>
    </message>
    <message>
        <source>Waiting for %1</source>
        <translation>正在等待 %1</translation>
    </message>
    <message numerus="yes">
        <source>Watching %n plugin(s) on %1</source>
        <translation>
            <numerusform>正在监视 %n 个插件，服务器为 %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>what is watched, the last save</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Starting to watch…</source>
        <translation>正在开始监视…</translation>
    </message>
</context>
<context>
    <name>owui::WindowActions</name>
    <message>
        <source>&amp;Open folder…</source>
        <translation>打开文件夹(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>查找(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Clear search</source>
        <translation>清除搜索(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Details</source>
        <translation>详情(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Log</source>
        <translation>日志(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Connections…</source>
        <translation>连接(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Practice server</source>
        <translation>练习服务器(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Deploy</source>
        <translation>部署(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Server</source>
        <translation>服务器(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Deploy selected (%L1)</source>
        <translation>部署所选(&amp;D)（%L1）</translation>
    </message>
    <message>
        <source>Deploy &amp;all shown (%L1)</source>
        <translation>部署所有显示的(&amp;A)（%L1）</translation>
    </message>
    <message>
        <source>Look at what the server has, and compare it with the folder</source>
        <translation>查看服务器上的内容并与文件夹比较</translation>
    </message>
    <message>
        <source>Plan what deploying every changed plugin would do</source>
        <translation>规划部署所有已更改插件的操作</translation>
    </message>
    <message>
        <source>Deploy &amp;changed (%L1)</source>
        <translation>部署已更改的(&amp;C)（%L1）</translation>
    </message>
    <message>
        <source>&amp;Undo last deployment…</source>
        <translation>撤销上次部署(&amp;U)…</translation>
    </message>
    <message>
        <source>Always show the &amp;plan</source>
        <translation>始终显示计划(&amp;P)</translation>
    </message>
    <message>
        <source>Also before a single plugin is deployed</source>
        <translation>部署单个插件前也显示</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>设置(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Guide</source>
        <translation>指南(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>快捷键(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Report a problem…</source>
        <translation>报告问题(&amp;R)…</translation>
    </message>
    <message>
        <source>&amp;About OWUI Deployer</source>
        <translation>关于 OWUI Deployer(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Undo change to a file</source>
        <translation>撤销对文件的更改(&amp;U)</translation>
    </message>
    <message>
        <source>Ca&amp;ncel</source>
        <translation>取消(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Add server…</source>
        <translation>添加服务器(&amp;A)…</translation>
    </message>
    <message>
        <source>Read the folder again, and look at what the server has</source>
        <translation>重新读取文件夹，并查看服务器上的内容</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>刷新(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Read the folder again</source>
        <translation>重新读取文件夹(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Look at the server again</source>
        <translation>重新查看服务器(&amp;L)</translation>
    </message>
    <message>
        <source>Send each plugin of this folder to this server as soon as it is saved</source>
        <translation>此文件夹的每个插件一保存就发送到此服务器</translation>
    </message>
    <message>
        <source>Create what the server does not have when it is saved</source>
        <translation>保存时创建服务器上没有的插件</translation>
    </message>
    <message>
        <source>While another window is in front; failures are always told</source>
        <translation>当其他窗口在前面时；失败总会通知</translation>
    </message>
    <message>
        <source>Deploy on &amp;save</source>
        <translation>保存即部署(&amp;S)</translation>
    </message>
    <message>
        <source>Also new p&amp;lugins on save</source>
        <translation>保存时也发送新插件(&amp;L)</translation>
    </message>
    <message>
        <source>Also &amp;tell of each success</source>
        <translation>也通知每次成功(&amp;T)</translation>
    </message>
    <message>
        <source>Take back the last id that was set here, the last file that was left out or taken in, or the last version that was raised</source>
        <translation>撤销上一次在此设置的 ID、上一次排除或纳入的文件，或上一次提高的版本号</translation>
    </message>
</context>
</TS>
