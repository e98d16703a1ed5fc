# What the doctor says of DingTalk. Names in 中文 are those of the developer console.
doctor-dingtalk-keys = DingTalk refuses DINGTALK_CLIENT_ID and DINGTALK_CLIENT_SECRET ({ $why }). Copy both again from “凭证与基础信息” in the developer console.
doctor-dingtalk-keys-ok = DingTalk knows the app.
doctor-dingtalk-address = DingTalk refuses this machine's address ({ $why }). Add it to the app's list of addresses (服务器出口 IP), or empty the list.
doctor-dingtalk-unreachable = DingTalk does not answer ({ $why }). Check the network of this machine, DINGTALK_API_URL and DINGTALK_OAPI_URL.
doctor-dingtalk-quota = The organization's calls of this month are used up ({ $why }). DingTalk answers again next month, or after you buy more.
doctor-dingtalk-unclear = I could not find out about “{ $name }” ({ $why }). Ask me again later.
doctor-dingtalk-stream = The keys are good, but Stream mode does not open ({ $why }). Choose “Stream 模式” for the robot and for events, then publish a version of the app (版本管理与发布).
doctor-dingtalk-stream-ok = Stream mode opens.
doctor-dingtalk-http = DingTalk calls us over HTTP: messages at https://<your address>/dingtalk/messages, events at …/dingtalk/events.
doctor-dingtalk-http-address = Buttons on cards need your public address: set SHOPCREW_PUBLIC_URL (https://…).
doctor-dingtalk-http-events = Events cannot be read: set DINGTALK_EVENT_TOKEN and DINGTALK_EVENT_AES_KEY from “事件订阅”. Until then I learn of people who come and go once a day.
doctor-dingtalk-corp = DINGTALK_CORP_ID is not set. I listen to every company that reaches this app; set it to listen to yours only.
doctor-dingtalk-range = The app may see nobody. Widen its visible range (应用可见范围) and its access to contacts (通讯录权限范围).
doctor-dingtalk-range-ok =
    The app may see { $departments ->
        [one] one department
       *[other] { $departments } departments
    } with all that are in it, and { $people ->
        [one] one person
       *[other] { $people } people
    } besides.
doctor-dingtalk-lacks-scopes = I may not ask whom the app can see ({ $why }). Grant the contact permissions (通讯录管理) and publish a version.
doctor-dingtalk-lacks-email = The app may not see e-mail addresses, so nobody is recognized as the same person on Slack. Grant “邮箱等个人信息”, or let people type link.
doctor-dingtalk-lacks-robot = Without “{ $name }” ({ $point }) I cannot write to anybody. Grant it and publish a version.
doctor-dingtalk-lacks-people = Without “{ $name }” ({ $point }) I do not know who is in the company. Grant it and publish a version.
doctor-dingtalk-lacks-departments = Without “{ $name }” ({ $point }) I do not know the departments. Grant it if you address people by department.
doctor-dingtalk-lacks-leave = Without “{ $name }” ({ $point }) I do not see who is on leave. Grant it if leave is asked for in DingTalk.
doctor-dingtalk-lacks-todo = Without “{ $name }” ({ $point }) tasks do not show in DingTalk's own to-do list. Grant it if you want that.
doctor-dingtalk-lacks-cards = Without “{ $name }” ({ $point }) I cannot show cards. Grant it and publish a version, or unset DINGTALK_CARD_TEMPLATE_ID.
doctor-dingtalk-lacks-notices = Work notices do not work. They need “{ $name }” ({ $point }), which every app has at first, and the right DINGTALK_AGENT_ID.
doctor-dingtalk-notices-ok = Work notices can be sent to people whom the robot does not reach.
doctor-dingtalk-no-agent = DINGTALK_AGENT_ID is not set. With it (凭证与基础信息 → AgentId, and “{ $name }”, { $point }), what must reach a person comes as a work notice (工作通知) where the robot does not get through.
doctor-dingtalk-permissions-ok = The app has every permission it needs.
doctor-dingtalk-no-template = DINGTALK_CARD_TEMPLATE_ID is not set. I work without cards: forms become questions, and messages cannot be brought up to date.
doctor-dingtalk-template = DingTalk has no card template of that id. Import ours, and copy its id to DINGTALK_CARD_TEMPLATE_ID.
doctor-dingtalk-template-unpublished = The card template is there but not published. Publish it in the card platform.
doctor-dingtalk-template-ok = The card template is there.
doctor-dingtalk-cards = Cards do not work ({ $why }). Check DINGTALK_CARD_TEMPLATE_ID and the template.
doctor-dingtalk-events = Only the developer console shows which events the app gets (事件订阅). It needs: { $events }.
doctor-dingtalk-clock = This machine's clock is { $seconds } seconds off. Over HTTP, messages that are an hour off are refused: set the clock.
