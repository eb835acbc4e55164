<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR" sourcelanguage="en">
<context>
    <name>DataName</name>
    <message>
        <source>Textures (built in)</source>
        <translation>텍스처 (내장)</translation>
    </message>
    <message>
        <source>CIFAR-10: %1</source>
        <translation>CIFAR-10: %1</translation>
    </message>
    <message>
        <source>Pictures: %1</source>
        <translation>그림: %1</translation>
    </message>
    <message>
        <source>IDX: %1</source>
        <translation>IDX: %1</translation>
    </message>
    <message>
        <source>Packed: %1</source>
        <translation>묶음 파일: %1</translation>
    </message>
</context>
<context>
    <name>DeviceName</name>
    <message>
        <source>Automatic</source>
        <translation>자동</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>프로세서</translation>
    </message>
    <message>
        <source>NVIDIA GPU</source>
        <translation>NVIDIA GPU</translation>
    </message>
    <message>
        <source>Plain loops</source>
        <translation>단순 반복문</translation>
    </message>
</context>
<context>
    <name>TextureClass</name>
    <message>
        <source>checkers</source>
        <translation>체크무늬</translation>
    </message>
    <message>
        <source>rings</source>
        <translation>고리</translation>
    </message>
    <message>
        <source>dots</source>
        <translation>점</translation>
    </message>
    <message>
        <source>polygons</source>
        <translation>다각형</translation>
    </message>
    <message>
        <source>blobs</source>
        <translation>얼룩</translation>
    </message>
    <message>
        <source>gradients</source>
        <translation>그러데이션</translation>
    </message>
    <message>
        <source>dead leaves</source>
        <translation>낙엽</translation>
    </message>
    <message>
        <source>level stripes</source>
        <translation>가로줄</translation>
    </message>
    <message>
        <source>upright stripes</source>
        <translation>세로줄</translation>
    </message>
    <message>
        <source>slanted stripes</source>
        <translation>빗금</translation>
    </message>
</context>
<context>
    <name>alexscope::gui::ChoicesBar</name>
    <message>
        <source>Network file…</source>
        <translation>신경망 파일…</translation>
    </message>
    <message>
        <source>CIFAR-10 folder…</source>
        <translation>CIFAR-10 폴더…</translation>
    </message>
    <message>
        <source>Picture folder…</source>
        <translation>그림 폴더…</translation>
    </message>
    <message>
        <source>Packed file…</source>
        <translation>묶음 파일…</translation>
    </message>
    <message>
        <source>IDX (MNIST) folder…</source>
        <translation>IDX (MNIST) 폴더…</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>자동</translation>
    </message>
    <message>
        <source>32-bit floating point throughout</source>
        <translation>모든 계산을 32비트 부동소수점으로</translation>
    </message>
    <message>
        <source>bfloat16 products, 32-bit sums and weights; where the device has it</source>
        <translation>곱은 bfloat16, 합과 가중치는 32비트. 장치가 지원할 때만</translation>
    </message>
    <message>
        <source>Open a network text</source>
        <translation>신경망 텍스트 열기</translation>
    </message>
    <message>
        <source>Network texts (*.net);;All files (*)</source>
        <translation>신경망 텍스트 (*.net);;모든 파일 (*)</translation>
    </message>
    <message>
        <source>Open a packed file of pictures</source>
        <translation>그림 묶음 파일 열기</translation>
    </message>
    <message>
        <source>Choose the folder with data_batch_1.bin to test_batch.bin</source>
        <translation>data_batch_1.bin ~ test_batch.bin이 있는 폴더 선택</translation>
    </message>
    <message>
        <source>Choose the folder with the IDX files</source>
        <translation>IDX 파일이 있는 폴더 선택</translation>
    </message>
    <message>
        <source>Choose a folder with one folder of pictures a class</source>
        <translation>클래스마다 폴더가 하나씩 있는 그림 폴더 선택</translation>
    </message>
    <message>
        <source>Choices</source>
        <translation>선택</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>&amp;Network</source>
        <translation>신경망(&amp;N)</translation>
    </message>
    <message>
        <source>The network that is trained</source>
        <translation>학습시킬 신경망</translation>
    </message>
    <message>
        <source>&amp;Data</source>
        <translation>데이터(&amp;D)</translation>
    </message>
    <message>
        <source>The pictures it learns from</source>
        <translation>학습에 쓰는 그림</translation>
    </message>
    <message>
        <source>What computes</source>
        <translation>계산하는 장치</translation>
    </message>
    <message>
        <source>&amp;Precision</source>
        <translation>정밀도(&amp;P)</translation>
    </message>
    <message>
        <source>Number format of the products</source>
        <translation>곱셈의 수 형식</translation>
    </message>
    <message>
        <source>input %1×%2×%3, %4 parameters, %5 multiply-adds a picture</source>
        <translation>입력 %1×%2×%3, 매개변수 %4개, 그림 한 장에 곱셈-덧셈 %5회</translation>
    </message>
    <message>
        <source>D&amp;evice</source>
        <translation>장치(&amp;E)</translation>
    </message>
</context>
<context>
    <name>alexscope::gui::ColourLegend</name>
    <message>
        <source>Colour scale</source>
        <translation>색 눈금</translation>
    </message>
    <message>
        <source>Black stands for %1, mid grey for 0, white for %2; red, green and blue apart</source>
        <translation>검정은 %1, 중간 회색은 0, 흰색은 %2. 빨강·초록·파랑 채널마다 따로</translation>
    </message>
    <message>
        <source>Every tile has a scale of its own: mid grey is 0, brightest and darkest are its largest weight</source>
        <translation>타일마다 눈금이 다릅니다. 중간 회색은 0, 가장 밝거나 어두운 곳은 그 타일에서 가장 큰 가중치입니다</translation>
    </message>
</context>
<context>
    <name>alexscope::gui::CurvesPanel</name>
    <message>
        <source>Loss and error</source>
        <translation>손실과 오류율</translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;What you see.&lt;/b&gt; Left: the loss, the mean of −ln p(true class) over a batch. Right: the share of pictures whose likeliest class is wrong (top-1), or whose class is not among the five likeliest (top-5). Solid: training, each batch as it was, with dropout and augmentation. Dashed: validation, in test mode, held between tests. The ring marks the best validation.&lt;/p&gt;</source>
        <translation>&lt;p&gt;&lt;b&gt;보이는 것.&lt;/b&gt; 왼쪽은 손실, 곧 배치에서 −ln p(정답 클래스)의 평균입니다. 오른쪽은 가장 가능성이 높은 클래스가 틀린 그림의 비율(top-1)과, 정답이 상위 다섯 개에 들지 못한 비율(top-5)입니다. 실선은 학습으로, 드롭아웃과 데이터 증강을 거친 배치의 값 그대로입니다. 파선은 테스트 모드로 잰 검증이며, 다음 검증까지 값을 유지합니다. 동그라미는 가장 좋은 검증 결과입니다.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;The dashed level&lt;/b&gt; is ln(%1) = %2: the loss of pure guessing among %1 classes. A loss that stays there has not begun to learn; a smaller learning rate or smaller biases usually help.&lt;/p&gt;</source>
        <translation>&lt;p&gt;&lt;b&gt;가로 파선&lt;/b&gt;은 ln(%1) = %2, 곧 클래스 %1개 가운데 아무것이나 찍을 때의 손실입니다. 손실이 여기에 머물러 있으면 아직 학습이 시작되지 않은 것입니다. 학습률이나 편향을 줄이면 대개 나아집니다.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;What to look for.&lt;/b&gt; Training error above validation error is no fault here: dropout and augmentation make training the harder task. A validation curve that rises while training falls means overfitting.&lt;/p&gt;&lt;p&gt;§5: the learning rate is divided by 10 when validation stops improving; each time the curves step down.&lt;/p&gt;&lt;p&gt;Wheel: zoom. Drag: move. Double click: the whole run again.&lt;/p&gt;</source>
        <translation>&lt;p&gt;&lt;b&gt;눈여겨볼 것.&lt;/b&gt; 학습 오류율이 검증 오류율보다 높아도 잘못이 아닙니다. 드롭아웃과 데이터 증강 때문에 학습 쪽이 더 어려운 문제입니다. 학습 곡선은 내려가는데 검증 곡선이 올라가면 과적합입니다.&lt;/p&gt;&lt;p&gt;§5: 검증 결과가 나아지지 않으면 학습률을 10으로 나눕니다. 그때마다 곡선이 한 계단 내려갑니다.&lt;/p&gt;&lt;p&gt;휠: 확대·축소. 끌기: 이동. 두 번 클릭: 전체 보기.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>No iteration yet: press Run</source>
        <translation>아직 반복이 없습니다. 실행을 누르세요</translation>
    </message>
    <message>
        <source>iteration %1   loss %2   training error %3   validation error %4</source>
        <translation>반복 %1   손실 %2   학습 오류율 %3   검증 오류율 %4</translation>
    </message>
    <message>
        <source>training</source>
        <translation>학습</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>검증</translation>
    </message>
    <message>
        <source>best: %1</source>
        <translation>최고: %1</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>iteration</source>
        <translation>반복</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>에폭</translation>
    </message>
    <message>
        <source>error (%)</source>
        <translation>오류율 (%)</translation>
    </message>
    <message>
        <source>Curve of the loss</source>
        <translation>손실 곡선</translation>
    </message>
    <message>
        <source>Curves of the error</source>
        <translation>오류율 곡선</translation>
    </message>
    <message>
        <source>Values of the curves</source>
        <translation>곡선의 값</translation>
    </message>
    <message>
        <source>Logarithmic loss</source>
        <translation>로그 손실</translation>
    </message>
    <message>
        <source>Logarithmic axis for the loss (%1)</source>
        <translation>손실 축을 로그 눈금으로 (%1)</translation>
    </message>
    <message>
        <source>Show the whole run and follow it (%1)</source>
        <translation>전체를 보며 따라가기 (%1)</translation>
    </message>
    <message>
        <source>Show the whole run</source>
        <translation>전체 보기</translation>
    </message>
    <message>
        <source>top-5</source>
        <translation>top-5</translation>
    </message>
</context>
<context>
    <name>alexscope::gui::Demonstration</name>
    <message>
        <source>the folder %1 cannot be made</source>
        <translation>폴더 %1을(를) 만들 수 없습니다</translation>
    </message>
    <message>
        <source>Preparing the network and the pictures…</source>
        <translation>신경망과 그림을 준비하는 중…</translation>
    </message>
    <message>
        <source>the engine did not answer in time</source>
        <translation>엔진이 제때 응답하지 않았습니다</translation>
    </message>
    <message>
        <source>Training for %1 s on: %2, %3</source>
        <translation>%1초 동안 학습합니다: %2, %3</translation>
    </message>
    <message>
        <source>iteration %1, loss %2, validation error %3, %4 images/s</source>
        <translation>반복 %1, 손실 %2, 검증 오류율 %3, 초당 %4장</translation>
    </message>
    <message>
        <source>%1 cannot be written</source>
        <translation>%1을(를) 쓸 수 없습니다</translation>
    </message>
    <message>
        <source>Alexscope: a minute of AlexNet</source>
        <translation>Alexscope: AlexNet의 1분</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>신경망</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>데이터</translation>
    </message>
    <message>
        <source>Computed by</source>
        <translation>계산 장치</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>시드</translation>
    </message>
    <message>
        <source>Iterations</source>
        <translation>반복</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>에폭</translation>
    </message>
    <message>
        <source>Training time</source>
        <translation>학습 시간</translation>
    </message>
    <message>
        <source>Training loss of the last batch</source>
        <translation>마지막 배치의 학습 손실</translation>
    </message>
    <message>
        <source>Validation error (top-1)</source>
        <translation>검증 오류율 (top-1)</translation>
    </message>
    <message>
        <source>The first layer before training</source>
        <translation>학습 전의 첫째 층</translation>
    </message>
    <message>
        <source>The first layer after training</source>
        <translation>학습 후의 첫째 층</translation>
    </message>
    <message>
        <source>Loss and error</source>
        <translation>손실과 오류율</translation>
    </message>
    <message>
        <source>Predictions for pictures never trained on</source>
        <translation>학습에 쓰지 않은 그림에 대한 예측</translation>
    </message>
    <message>
        <source>The window</source>
        <translation>프로그램 창</translation>
    </message>
    <message>
        <source>The report is %1</source>
        <translation>보고서: %1</translation>
    </message>
</context>
<context>
    <name>alexscope::gui::ExplanationPanel</name>
    <message>
        <source>What you see</source>
        <translation>보이는 것</translation>
    </message>
    <message>
        <source>Explanation of the view</source>
        <translation>화면 설명</translation>
    </message>
</context>
<context>
    <name>alexscope::gui::FiltersPanel</name>
    <message>
        <source>Filters</source>
        <translation>필터</translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;What you see.&lt;/b&gt; The %1 filters of %2, each %3×%3 pixels over %4 input channels, at stride %5. Red, green and blue are the weights of the three colour channels around mid grey, which is 0: what a filter shows is the picture patch it answers to most strongly.&lt;/p&gt;</source>
        <translation>&lt;p&gt;&lt;b&gt;보이는 것.&lt;/b&gt; %2의 필터 %1개입니다. 필터 하나는 입력 채널 %4개에 걸친 %3×%3 픽셀이며 스트라이드는 %5입니다. 빨강·초록·파랑은 세 색 채널의 가중치이고, 중간 회색이 0입니다. 필터에 보이는 무늬가 곧 그 필터가 가장 강하게 반응하는 그림 조각입니다.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;What to look for.&lt;/b&gt; At the start, noise: weights drawn from a normal distribution. While the loss falls, edges of many orientations and frequencies appear, then blobs of colour. Nobody draws them: they are what helps to tell the classes apart. Filters that stay noise have not been needed yet.&lt;/p&gt;&lt;p&gt;§3.1 and Figure 3: on two GPUs the paper&apos;s two towers specialised, one free of colour, the other full of it, in every run.&lt;/p&gt;&lt;p&gt;One scale for the whole layer keeps relative strength visible; the scale of each tile shows weak filters too. Lock the scale to see the weights grow.&lt;/p&gt;</source>
        <translation>&lt;p&gt;&lt;b&gt;눈여겨볼 것.&lt;/b&gt; 처음에는 정규분포에서 뽑은 가중치, 곧 잡음입니다. 손실이 내려가면서 여러 방향과 주파수의 가장자리가 나타나고, 이어서 색 얼룩이 나타납니다. 아무도 그려 넣지 않았습니다. 클래스를 구별하는 데 도움이 되기 때문에 생긴 것입니다. 잡음으로 남은 필터는 아직 쓰이지 않은 것입니다.&lt;/p&gt;&lt;p&gt;§3.1과 그림 3: GPU 두 개로 학습한 논문에서는 두 탑이 매번 스스로 나뉘어, 한쪽은 색이 없고 다른 쪽은 색으로 가득했습니다.&lt;/p&gt;&lt;p&gt;층 전체에 한 눈금을 쓰면 필터 사이의 세기를 견줄 수 있고, 타일마다 눈금을 쓰면 약한 필터도 보입니다. 눈금을 고정하면 가중치가 커지는 것을 볼 수 있습니다.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>%1: %2 filters of %3×%4×%5, iteration %6</source>
        <translation>%1: %3×%4×%5 필터 %2개, 반복 %6</translation>
    </message>
    <message>
        <source>tower 1</source>
        <translation>탑 1</translation>
    </message>
    <message>
        <source>tower 2</source>
        <translation>탑 2</translation>
    </message>
    <message>
        <source>filter %1 at (%2, %3): %4</source>
        <translation>필터 %1 (%2, %3): %4</translation>
    </message>
    <message>
        <source>Initial</source>
        <translation>처음</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>지금</translation>
    </message>
    <message>
        <source>The filters before training, at iteration 0 (%1)</source>
        <translation>학습 전, 반복 0의 필터 (%1)</translation>
    </message>
    <message>
        <source>Show initial filters</source>
        <translation>처음 필터 보기</translation>
    </message>
    <message>
        <source>The filters as they are (%1)</source>
        <translation>지금의 필터 (%1)</translation>
    </message>
    <message>
        <source>Show filters as they are</source>
        <translation>지금 필터 보기</translation>
    </message>
    <message>
        <source>Scale: layer</source>
        <translation>눈금: 층 전체</translation>
    </message>
    <message>
        <source>Scale: each tile</source>
        <translation>눈금: 타일마다</translation>
    </message>
    <message>
        <source>One scale for all filters, or each filter on its own</source>
        <translation>모든 필터에 한 눈금을 쓰거나 필터마다 따로 씁니다</translation>
    </message>
    <message>
        <source>Scale of the filters</source>
        <translation>필터의 눈금</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>고정</translation>
    </message>
    <message>
        <source>Keep today&apos;s scale, so that growth stays visible</source>
        <translation>지금의 눈금을 고정해 가중치가 커지는 것을 봅니다</translation>
    </message>
    <message>
        <source>Lock the scale</source>
        <translation>눈금 고정</translation>
    </message>
    <message>
        <source>Filters of the first layer</source>
        <translation>첫째 층의 필터</translation>
    </message>
    <message>
        <source>Click a filter to inspect it; arrow keys move, Escape gives it up</source>
        <translation>필터를 클릭하면 자세히 봅니다. 화살표 키로 옮기고 Esc로 선택을 풉니다</translation>
    </message>
    <message>
        <source>The filters appear as soon as a run is open. Choose a network and data above.</source>
        <translation>실행을 열면 필터가 나타납니다. 위에서 신경망과 데이터를 고르세요.</translation>
    </message>
</context>
<context>
    <name>alexscope::gui::InspectorPanel</name>
    <message>
        <source>Inspector</source>
        <translation>검사기</translation>
    </message>
    <message>
        <source>%1, weights of filter %2</source>
        <translation>%1, 필터 %2의 가중치</translation>
    </message>
    <message>
        <source>%1, all weights</source>
        <translation>%1, 모든 가중치</translation>
    </message>
    <message>
        <source>What is inspected</source>
        <translation>검사 대상</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>모양</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>값의 개수</translation>
    </message>
    <message>
        <source>Minimum</source>
        <translation>최솟값</translation>
    </message>
    <message>
        <source>Maximum</source>
        <translation>최댓값</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>평균</translation>
    </message>
    <message>
        <source>Standard deviation</source>
        <translation>표준편차</translation>
    </message>
    <message>
        <source>… at the start</source>
        <translation>… 처음</translation>
    </message>
    <message>
        <source>Exactly zero</source>
        <translation>정확히 0</translation>
    </message>
    <message>
        <source>Not finite</source>
        <translation>유한하지 않음</translation>
    </message>
    <message>
        <source>now</source>
        <translation>지금</translation>
    </message>
    <message>
        <source>initial</source>
        <translation>처음</translation>
    </message>
    <message>
        <source>weight</source>
        <translation>가중치</translation>
    </message>
    <message>
        <source>Histogram of the weights</source>
        <translation>가중치 히스토그램</translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;What you see.&lt;/b&gt; The numbers behind the picture: the weights of the first layer, or of the filter you clicked. Filled: now. Outline: at the start, drawn from a normal distribution with mean 0; each to its own height.&lt;/p&gt;&lt;p&gt;&lt;b&gt;What to look for.&lt;/b&gt; While the layer learns, its weights spread: the deviation grows and the histogram gets longer tails. Values that are not finite mean that training has broken down; a smaller learning rate helps.&lt;/p&gt;&lt;p&gt;§5: the weights start from N(0, σ); weight decay pulls them back towards 0 at every update.&lt;/p&gt;</source>
        <translation>&lt;p&gt;&lt;b&gt;보이는 것.&lt;/b&gt; 그림 뒤에 있는 수, 곧 첫째 층 전체나 클릭한 필터의 가중치입니다. 채운 곡선은 지금, 윤곽선은 평균이 0인 정규분포에서 뽑은 처음 값이며, 높이는 저마다 맞추었습니다.&lt;/p&gt;&lt;p&gt;&lt;b&gt;눈여겨볼 것.&lt;/b&gt; 층이 학습하면서 가중치가 퍼집니다. 표준편차가 커지고 히스토그램의 꼬리가 길어집니다. 유한하지 않은 값이 있으면 학습이 무너진 것이니 학습률을 줄이세요.&lt;/p&gt;&lt;p&gt;§5: 가중치는 N(0, σ)에서 시작하고, 가중치 감쇠가 갱신할 때마다 0 쪽으로 당깁니다.&lt;/p&gt;</translation>
    </message>
</context>
<context>
    <name>alexscope::gui::MainWindow</name>
    <message>
        <source>Start a new run</source>
        <translation>새로 시작</translation>
    </message>
    <message>
        <source>%1 on %2 – Alexscope</source>
        <translation>%1, %2 – Alexscope</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>파일(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>실행(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>보기(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>도움말(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>언어(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation>모양새(&amp;A)</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>실행</translation>
    </message>
    <message>
        <source>Step:</source>
        <translation>한 걸음:</translation>
    </message>
    <message>
        <source>Train without stopping</source>
        <translation>멈추지 않고 학습</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>일시정지</translation>
    </message>
    <message>
        <source>Stop after the piece under way</source>
        <translation>하던 조각까지 마치고 멈춤</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>층</translation>
    </message>
    <message>
        <source>One piece: a layer forward or backward, a batch loaded, or the update</source>
        <translation>한 조각: 층 하나의 순전파나 역전파, 배치 읽기, 또는 갱신</translation>
    </message>
    <message>
        <source>Pass</source>
        <translation>패스</translation>
    </message>
    <message>
        <source>To the end of the forward or backward pass</source>
        <translation>순전파 또는 역전파가 끝날 때까지</translation>
    </message>
    <message>
        <source>Iteration</source>
        <translation>반복</translation>
    </message>
    <message>
        <source>One batch: forward, backward, update</source>
        <translation>배치 하나: 순전파, 역전파, 갱신</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>에폭</translation>
    </message>
    <message>
        <source>Once through the training set</source>
        <translation>학습 데이터 전체를 한 번</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>되돌리기</translation>
    </message>
    <message>
        <source>Back to iteration 0 with the same initial weights (same seed)</source>
        <translation>같은 처음 가중치(같은 시드)로 반복 0부터</translation>
    </message>
    <message>
        <source>New seed</source>
        <translation>새 시드</translation>
    </message>
    <message>
        <source>Back to iteration 0 with other initial weights</source>
        <translation>다른 처음 가중치로 반복 0부터</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>끝내기</translation>
    </message>
    <message>
        <source>End the program</source>
        <translation>프로그램 끝내기</translation>
    </message>
    <message>
        <source>Default layout</source>
        <translation>기본 배치</translation>
    </message>
    <message>
        <source>Put all panels back in their places</source>
        <translation>모든 패널을 제자리로</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>전체 화면</translation>
    </message>
    <message>
        <source>Use the whole screen</source>
        <translation>화면 전체 사용</translation>
    </message>
    <message>
        <source>About Alexscope</source>
        <translation>Alexscope 정보</translation>
    </message>
    <message>
        <source>Version, licence and libraries</source>
        <translation>버전, 라이선스, 라이브러리</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>밝게</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>어둡게</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>데스크톱 설정대로</translation>
    </message>
    <message>
        <source>seed %1</source>
        <translation>시드 %1</translation>
    </message>
    <message>
        <source>&lt;p&gt;Computing now: %1 (%2, %3).&lt;/p&gt;</source>
        <translation>&lt;p&gt;지금 계산하는 장치: %1 (%2, %3).&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;h3&gt;Alexscope %1&lt;/h3&gt;&lt;p&gt;Watch AlexNet learn, and look inside while it does.&lt;/p&gt;</source>
        <translation>&lt;h3&gt;Alexscope %1&lt;/h3&gt;&lt;p&gt;AlexNet이 학습하는 모습을 지켜보고, 학습하는 동안 속을 들여다봅니다.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;Free software under the GNU General Public License, version 3 or later. Built with Qt %1 and QCustomPlot.&lt;/p&gt;</source>
        <translation>&lt;p&gt;GNU 일반 공중 사용 허가서(GPL) 3판 또는 그 이후 판을 따르는 자유 소프트웨어입니다. Qt %1과 QCustomPlot으로 만들었습니다.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>A new run starts from iteration 0 and gives up this one, which stands at iteration %1.</source>
        <translation>새로 시작하면 반복 0부터 학습하며, 반복 %1까지 온 지금 학습은 버립니다.</translation>
    </message>
</context>
<context>
    <name>alexscope::gui::MessageBar</name>
    <message>
        <source>Close this message</source>
        <translation>메시지 닫기</translation>
    </message>
</context>
<context>
    <name>alexscope::gui::PredictionCard</name>
    <message>
        <source>Empty place for a picture</source>
        <translation>비어 있는 그림 자리</translation>
    </message>
    <message>
        <source>Picture of %1</source>
        <translation>%1 그림</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>True label: %1</source>
        <translation>정답: %1</translation>
    </message>
</context>
<context>
    <name>alexscope::gui::PredictionsPanel</name>
    <message>
        <source>Predictions</source>
        <translation>예측</translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;What you see.&lt;/b&gt; Eight pictures the network has never been trained on, each with its true label and the five classes the network finds likeliest now. The true label&apos;s bar is orange; ✓ and ✗ say whether the likeliest class is right.&lt;/p&gt;</source>
        <translation>&lt;p&gt;&lt;b&gt;보이는 것.&lt;/b&gt; 학습에 쓰지 않은 그림 여덟 장과 정답, 그리고 신경망이 지금 가장 가능성이 높다고 보는 다섯 클래스입니다. 정답의 막대는 주황색이고, ✓와 ✗는 첫째 후보가 맞았는지를 나타냅니다.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;Before training every bar is near 1/%1 = %2: the network knows nothing.&lt;/p&gt;</source>
        <translation>&lt;p&gt;학습 전에는 모든 막대가 1/%1 = %2 가까이에 있습니다. 신경망이 아직 아무것도 모르기 때문입니다.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;What to look for.&lt;/b&gt; Which classes are told apart first, which are confused, and how sure the network is when it is wrong.&lt;/p&gt;&lt;p&gt;§6.1 and Figure 4 (left). Test mode: the centre crop, dropout scales instead of drawing.&lt;/p&gt;</source>
        <translation>&lt;p&gt;&lt;b&gt;눈여겨볼 것.&lt;/b&gt; 어떤 클래스를 먼저 구별하는지, 어떤 클래스를 헷갈리는지, 틀릴 때 얼마나 확신하는지 보세요.&lt;/p&gt;&lt;p&gt;§6.1과 그림 4(왼쪽). 테스트 모드: 가운데를 잘라 쓰고, 드롭아웃은 뽑지 않고 값을 줄입니다.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>class %1</source>
        <translation>클래스 %1</translation>
    </message>
    <message>
        <source>Validation pictures at iteration %1, test mode</source>
        <translation>반복 %1의 검증 그림, 테스트 모드</translation>
    </message>
    <message>
        <source>Validation pictures</source>
        <translation>검증 그림</translation>
    </message>
    <message>
        <source>Other pictures</source>
        <translation>다른 그림</translation>
    </message>
    <message>
        <source>Show eight other validation pictures (%1)</source>
        <translation>다른 검증 그림 여덟 장 보기 (%1)</translation>
    </message>
    <message>
        <source>What the predictions show</source>
        <translation>예측 화면의 내용</translation>
    </message>
</context>
<context>
    <name>alexscope::gui::ReadoutBar</name>
    <message>
        <source>No run</source>
        <translation>실행 없음</translation>
    </message>
    <message>
        <source>Preparing…</source>
        <translation>준비 중…</translation>
    </message>
    <message>
        <source>Ready (%1, %2)</source>
        <translation>준비됨 (%1, %2)</translation>
    </message>
    <message>
        <source>Training (%1, %2)</source>
        <translation>학습 중 (%1, %2)</translation>
    </message>
    <message>
        <source>Finished (%1, %2)</source>
        <translation>끝남 (%1, %2)</translation>
    </message>
    <message>
        <source>Stopped by an error</source>
        <translation>오류로 멈춤</translation>
    </message>
    <message>
        <source>State of the run</source>
        <translation>실행 상태</translation>
    </message>
    <message>
        <source>State of the run, device and precision</source>
        <translation>실행 상태, 장치, 정밀도</translation>
    </message>
    <message>
        <source>iteration</source>
        <translation>반복</translation>
    </message>
    <message>
        <source>Updates of the weights so far</source>
        <translation>지금까지 가중치를 갱신한 횟수</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>에폭</translation>
    </message>
    <message>
        <source>Passes through the training set so far</source>
        <translation>지금까지 학습 데이터를 훑은 횟수</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>Training loss of the last batch (mean of −ln p of the true class)</source>
        <translation>마지막 배치의 학습 손실 (정답 클래스의 −ln p 평균)</translation>
    </message>
    <message>
        <source>training error</source>
        <translation>학습 오류율</translation>
    </message>
    <message>
        <source>Share of the last training batch whose likeliest class is wrong</source>
        <translation>마지막 학습 배치에서 첫째 후보가 틀린 비율</translation>
    </message>
    <message>
        <source>validation error</source>
        <translation>검증 오류율</translation>
    </message>
    <message>
        <source>Top-1 error on the validation set, at the last validation</source>
        <translation>마지막 검증에서 잰 검증 데이터의 top-1 오류율</translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation>학습률</translation>
    </message>
    <message>
        <source>Current learning rate ε</source>
        <translation>현재 학습률 ε</translation>
    </message>
    <message>
        <source>images/s</source>
        <translation>장/초</translation>
    </message>
    <message>
        <source>Training pictures a second, over the last seconds</source>
        <translation>최근 몇 초 동안 1초에 학습한 그림 수</translation>
    </message>
    <message>
        <source>left</source>
        <translation>남은 시간</translation>
    </message>
    <message>
        <source>Time left until the recipe&apos;s last iteration</source>
        <translation>계획한 마지막 반복까지 남은 시간</translation>
    </message>
    <message>
        <source>load a batch</source>
        <translation>배치 읽기</translation>
    </message>
    <message>
        <source>forward %1</source>
        <translation>순전파 %1</translation>
    </message>
    <message>
        <source>backward %1</source>
        <translation>역전파 %1</translation>
    </message>
    <message>
        <source>update</source>
        <translation>갱신</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>검증</translation>
    </message>
    <message>
        <source>Paused (%1, %2), next: %3</source>
        <translation>일시정지 (%1, %2), 다음: %3</translation>
    </message>
</context>
</TS>
